#include "ui/report/report_html.h"

#include <fmt/format.h>

#include <functional>
#include <map>

#include "core/report/report_time.h"
#include "core/report/reported_index.h"

namespace tomocyte {
namespace {

constexpr int kCellsPerRow = 4;
constexpr int kCellWidth = 110;
const std::vector<int> kIndexWidths = {17, 7, 12, 12, 13, 11, 12, 16};  // class, cells, the six indices

struct Section {
  const Report& report;
  const ReportTexts& texts;
  const std::vector<PrintedCell>& cells;

  [[nodiscard]] QString text(const char* key) const { return QString::fromStdString(texts[key]).toHtmlEscaped(); }
  [[nodiscard]] QString name(const std::string& english) const {
    return QString::fromStdString(texts.name(english)).toHtmlEscaped().replace(' ', "&nbsp;");
  }
  [[nodiscard]] QString heading(const char* key) const { return "<p class=\"section\">" + text(key) + "</p>"; }
};

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped().replace('\n', "<br/>"); }

QString number(double value, int decimals) { return QString::fromStdString(fmt::format("{:.{}f}", value, decimals)); }

QString cell(const QString& content, bool right = false) {
  return QString("<td%1>%2</td>").arg(right ? " align=\"right\"" : "", content);
}

// Widths in percent, or none: then the columns share the page as they need.
QString headerRow(const std::vector<QString>& names, const std::vector<int>& widths = {}) {
  QString row = "<tr>";
  for (std::size_t i = 0; i < names.size(); ++i)
    row += QString("<th align=\"%1\"%2>%3</th>")
               .arg(i == 0 ? "left" : "right", widths.empty() ? QString() : QString(" width=\"%1%\"").arg(widths[i]),
                    names[i]);
  return row + "</tr>";
}

QString table(const QString& rows) {
  return "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"2\">" + rows + "</table>";
}

QString pair(const QString& key, const QString& value) {
  return value.isEmpty() ? QString() : "<tr><td width=\"32%\"><b>" + key + "</b></td>" + cell(value) + "</tr>";
}

QString interval(const std::optional<Interval>& value, int decimals) {
  return value ? number(value->low, decimals) + "–" + number(value->high, decimals) : QString();
}

QString range(const std::optional<ReferenceRange>& value) {
  return value ? QString::fromStdString(fmt::format("{}–{}", value->low, value->high)) : QString();
}

QString flag(const std::string& letter) {
  return letter.empty() ? QString() : "<b>" + QString::fromStdString(letter) + "</b>";
}

QString whiteRow(const Section& section, const DifferentialRow& row, bool absolute) {
  QString html = "<tr>" + cell((row.part_of.empty() ? "" : "&nbsp;&nbsp;&nbsp;") + section.name(row.name));
  html += cell(QString::number(row.count), true);
  html += cell(row.rate ? number(row.rate->value, kRateDecimals) : QString("–"), true);
  html += cell(interval(row.rate, kRateDecimals), true) + cell(range(row.rate_range), true) +
          cell(flag(row.rate_flag), true);
  if (absolute) {
    html += cell(row.absolute_1e9_l ? number(row.absolute_1e9_l->value, kAbsoluteDecimals) : QString("–"), true);
    html += cell(interval(row.absolute_1e9_l, kAbsoluteDecimals), true) + cell(range(row.absolute_range), true);
    html += cell(flag(row.absolute_flag), true);
  }
  return html + "</tr>";
}

QString otherCells(const Section& section) {
  const Differential& d = section.report.differential;
  QString rows = pair(section.text("white_cells"), QString::number(d.white_cells));
  if (d.total_white_1e9_l)
    rows += pair(section.text("total_white"), number(*d.total_white_1e9_l, kAbsoluteDecimals) + " × 10^9/L " +
                                                  flag(d.total_white_flag) + " (" + range(d.total_white_range) + ")");
  for (const DifferentialRow& row : d.per_100_white) {
    QString text = QString::number(row.count);
    if (row.rate)
      text += "; " + section.text("per_100") + ": " + number(row.rate->value, kRateDecimals) + " (" +
              interval(row.rate, kRateDecimals) + ")";
    rows += pair(section.name(row.name), text);
  }
  for (const DifferentialRow& row : d.excluded)
    rows += pair(section.name(row.name), QString::number(row.count) + "; " + section.text("excluded"));
  if (d.unidentified > 0) rows += pair(section.text("unidentified"), QString::number(d.unidentified));
  QString unknown;
  for (const std::string& name : d.not_distinguished) unknown += (unknown.isEmpty() ? "" : ", ") + section.name(name);
  return rows + pair(section.text("not_distinguished"), unknown);
}

QString differentialSection(const Section& section) {
  const bool absolute = section.report.differential.total_white_1e9_l.has_value();
  std::vector<QString> names = {section.text("class"),  section.text("cells"), section.text("percent"),
                                section.text("limits"), section.text("range"), section.text("flag")};
  if (absolute)
    for (const char* key : {"absolute", "limits", "range", "flag"}) names.push_back(section.text(key));
  QString rows = headerRow(names);
  for (const DifferentialRow& row : section.report.differential.white) rows += whiteRow(section, row, absolute);
  return section.heading("differential") + table(rows) + "<br/>" + table(otherCells(section));
}

QString figureSection(const Section& section) {
  if (section.report.differential.white_cells == 0) return {};
  return QString("<p><img src=\"%1\" width=\"640\"/><br/><span class=\"small\">%2</span></p>")
      .arg(kFigureImage, section.text("figure"));
}

QString indicesSection(const Section& section) {
  std::vector<QString> names = {section.text("class"), section.text("whole_cells")};
  for (const ReportedIndex& index : reported_indices())
    names.push_back(section.name(index.name).replace("&nbsp;", " ") +
                    (*index.unit ? QString("<br/>") + index.unit : QString()));
  QString rows;
  for (const ClassIndices& of : section.report.indices) {
    if (of.indices.empty()) continue;
    rows += "<tr>" + cell(section.name(of.name)) + cell(QString::number(of.indices.front().summary.count), true);
    for (std::size_t i = 0; i < of.indices.size(); ++i) {
      const Summary& s = of.indices[i].summary;
      const int decimals = reported_indices().at(i).decimals;
      rows += cell(number(s.mean, decimals) + "&nbsp;±&nbsp;" + number(s.standard_deviation, decimals) + "<br/>(" +
                       number(s.median, decimals) + ")",
                   true);
    }
    rows += "</tr>";
  }
  return rows.isEmpty() ? QString() : section.heading("indices") + table(headerRow(names, kIndexWidths) + rows);
}

QString className(const Section& section, const std::string& cellClass) {
  for (const DifferentialRow& row : section.report.differential.white)
    if (row.cell_class == cellClass) return section.name(row.name);
  return QString::fromStdString(cellClass).toHtmlEscaped();
}

QString cellsSection(const Section& section) {
  QString rows;
  for (std::size_t i = 0; i < section.cells.size(); ++i) {
    if (i % kCellsPerRow == 0) rows += i == 0 ? "<tr>" : "</tr><tr>";
    rows += QString(
                "<td align=\"center\"><img src=\"%1\" width=\"%2\" "
                "height=\"%2\"/><br/><b>%3</b><br/><span class=\"small\">%4</span></td>")
                .arg(cellImage(i))
                .arg(kCellWidth)
                .arg(className(section, section.cells[i].cellClass), section.cells[i].caption.toHtmlEscaped());
  }
  // A heading alone at the end of a page helps nobody.
  const QString heading =
      "<p class=\"section\" style=\"page-break-before: always\">" + section.text("typical_cells") + "</p>";
  return rows.isEmpty() ? QString() : heading + table(rows + "</tr>");
}

QString qualitySection(const Section& section) {
  const ReportQuality& quality = section.report.quality;
  QString rows = pair(section.text("scans"), QString::number(quality.scans)) +
                 pair(section.text("cells_measured"), QString::number(quality.cells_measured));
  for (const ReasonCount& r : quality.rejected)
    rows += pair(section.text("rejected"), QString::number(r.cells) + ": " + escaped(r.reason));
  for (const ReasonCount& r : quality.uncertain)
    rows += pair(section.text("uncertain"), QString::number(r.cells) + ": " + escaped(r.reason));
  return section.heading("quality") +
         table(rows + pair(section.text("cut_by_border"), QString::number(quality.cut_by_border)));
}

QString reviewSection(const Section& section) {
  const ReportReview& review = section.report.review;
  QString rows = pair(section.text("reviewer"), escaped(review.reviewer)) +
                 pair(section.text("reviewed"), QString::number(review.reviewed));
  if (!section.report.models.empty()) rows += pair(section.text("unchanged"), QString::number(review.unchanged));
  for (const ClassChange& c : review.changes)
    rows += pair(section.text("changed"), QString::number(c.cells) + ": " + escaped(c.from) + " → " + escaped(c.to));
  return section.heading("review") + table(rows);
}

QString methodSection(const Section& section) {
  const Report& report = section.report;
  QString rows = pair(section.text("method"), escaped(report.method)) +
                 pair(section.text("modality"), escaped(report.modality)) +
                 pair(section.text("instrument"), escaped(report.instrument));
  for (const ReportModel& model : report.models)
    rows += pair(section.text("model"),
                 escaped(model.name) + "<br/><span class=\"small\">" + escaped(model.checksum) + "</span>");
  rows += pair(section.text("program"), escaped(report.program));
  rows += pair(section.text("table"),
               escaped(report.table_name) + ", " + section.text("version") + " " + escaped(report.table_version));
  return section.heading("method") + table(rows + pair(section.text("range_source"), escaped(report.range_source)));
}

QString commentsSection(const Section& section) {
  QString html;
  for (const std::string& comment : section.report.comments) html += "<p>" + escaped(comment) + "</p>";
  return html.isEmpty() ? QString() : section.heading("comments") + html;
}

// In one cell of a table, which no page break parts: a heading alone at the end of a page signs nothing.
QString signatureSection(const Section& section) {
  const auto& signature = section.report.sign_off;
  const QString content = signature ? table(pair(section.text("signed_by"), escaped(signature->name)) +
                                            pair(section.text("signed"), escaped(printed_time(signature->time_utc))))
                                    : "<p><b>" + QString::fromUtf8(kReportNotSigned).toHtmlEscaped() +
                                          "</b></p><p><br/>______________________________<br/><span class=\"small\">" +
                                          section.text("signature_line") + "</span></p>";
  return "<table width=\"100%\"><tr><td>" + section.heading("signature") + content + "</td></tr></table>";
}

QString leading(const Section& section) {
  const Report& report = section.report;
  QString rows = pair(section.text("sample"), escaped(report.sample_id)) +
                 pair(section.text("patient"), escaped(report.patient_id)) +
                 pair(section.text("report"), escaped(report.report_id) + ", " + section.text("version") + " " +
                                                  QString::number(report.version));
  rows += pair(section.text("amends"), escaped(report.amends)) +
          pair(section.text("reason"), escaped(report.amendment_reason));
  rows += pair(section.text("measured"), escaped(printed_time(report.measured_utc))) +
          pair(section.text("created"), escaped(printed_time(report.created_utc)));
  return "<p class=\"title\">" + section.text("title") + "</p>" +
         table(rows + pair(section.text("operator"), escaped(report.operator_name)));
}

}  // namespace

QString cellImage(std::size_t index) { return QString("cell-%1.png").arg(index); }

QString reportHtml(const Report& report, const ReportTemplate& layout, const std::vector<PrintedCell>& cells) {
  const ReportTexts texts(layout.language);
  const Section section{report, texts, cells};
  const std::map<std::string, std::function<QString(const Section&)>> writers = {{"differential", differentialSection},
                                                                                 {"figure", figureSection},
                                                                                 {"indices", indicesSection},
                                                                                 {"cells", cellsSection},
                                                                                 {"quality", qualitySection},
                                                                                 {"review", reviewSection},
                                                                                 {"method", methodSection},
                                                                                 {"comments", commentsSection},
                                                                                 {"signature", signatureSection}};
  QString html = leading(section);
  for (const std::string& name : layout.sections) html += writers.at(name)(section);
  return html;
}

}  // namespace tomocyte
