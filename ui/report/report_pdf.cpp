#include "ui/report/report_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <algorithm>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "ui/headless.h"
#include "ui/painting.h"
#include "ui/report/report_figure.h"
#include "ui/report/report_html.h"
#include "ui/report/report_preview.h"
#include "ui/slice_image.h"

namespace tomocyte {
namespace {

constexpr int kDotsPerInch = 96;  // of the layout; text and lines are vectors all the same
constexpr double kHeader = 62.0;  // of each page
constexpr double kFooter = 40.0;
constexpr QMarginsF kMargins(15, 12, 15, 12);  // mm
constexpr int kCellPixels = 330;
constexpr double kRiSpan = 0.06;  // above the medium: white cells and red cells, the same for all pictures
constexpr const char* kStyle =
    ".title { font-size: 14pt; font-weight: bold; margin: 0 0 4px 0; }"
    ".section { font-size: 10.5pt; font-weight: bold; margin: 9px 0 2px 0; }"
    "p { font-size: 8.5pt; } th, td { font-size: 8pt; } .small { font-size: 6.5pt; color: #444444; }";

// Latin letters and digits come from DejaVu in Korean too: the digits that Noto puts beside a hyphen are glyphs of
// which a PDF does not know the character.
QFont reportFont(const std::string& language) {
  QStringList families = {QStringLiteral("DejaVu Sans")};
  const QStringList installed = QFontDatabase::families();
  for (const char* family : {"Noto Sans CJK KR", "NanumGothic", "UnDotum"})
    if (installed.contains(QLatin1String(family))) families.append(QLatin1String(family));
  if (language == "ko" && families.size() == 1)
    throw InputError("there is no Korean font on this computer",
                     "Install the package fonts-noto-cjk, or choose English.");
  QFont font(families);
  // Letters with any spacing of their own form no ligatures, which a search for "differential" would not find.
  constexpr double kSpacing = 0.05;
  font.setLetterSpacing(QFont::AbsoluteSpacing, kSpacing);
  return font;
}

// Square, the cell in its middle, on the colour of the medium.
QImage cellPicture(const CellPicture& cell) {
  const QImage image =
      colourImage(cell.ri.view(), ColourMap::named("viridis"), cell.medium_index, cell.medium_index + kRiSpan);
  QImage square(kCellPixels, kCellPixels, QImage::Format_RGB32);
  square.fill(ColourMap::named("viridis").at(0.0));
  const double scale = static_cast<double>(kCellPixels) / std::max(image.width(), image.height());
  QPainter painter(&square);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  const QSizeF size(image.width() * scale, image.height() * scale);
  painter.drawImage(QRectF(QPointF(0.5 * (kCellPixels - size.width()), 0.5 * (kCellPixels - size.height())), size),
                    image);
  QFont font(QStringLiteral("DejaVu Sans"));
  font.setPixelSize(26);
  painter.setFont(font);
  painter.setPen(Qt::white);
  drawScaleBar(painter, QRectF(0, 0, kCellPixels, kCellPixels), scale / cell.pixel_um, QStringLiteral("µm"));
  return square;
}

struct Pages {
  const Report& report;
  const ReportTexts& texts;
  const QFont& font;
  QImage logo;
  QRectF page;
  int count = 0;

  [[nodiscard]] QString text(const char* key) const { return QString::fromStdString(texts[key]); }
};

// What is left for the text between header and footer.
QSizeF bodyOf(const Pages& pages) { return {pages.page.width(), pages.page.height() - kHeader - kFooter}; }

void useFont(QPainter& painter, const QFont& font, double points, bool bold) {
  QFont sized = font;
  sized.setPointSizeF(points);
  sized.setBold(bold);
  painter.setFont(sized);
}

void drawMarks(QPainter& painter, const Pages& pages, const QRectF& area) {
  QString marks = pages.report.sign_off ? QString() : QString::fromUtf8(kReportNotSigned);
  if (pages.report.simulated) marks = QString::fromUtf8(kReportSimulated) + (marks.isEmpty() ? "" : "   ") + marks;
  useFont(painter, pages.font, 11.0, true);
  painter.setPen(QColor(0xb0, 0x30, 0x00));
  painter.drawText(area, Qt::AlignHCenter | Qt::AlignBottom, marks);
}

void drawHeader(QPainter& painter, const Pages& pages) {
  const QRectF header(pages.page.left(), pages.page.top(), pages.page.width(), kHeader - 8.0);
  double left = header.left();
  if (!pages.logo.isNull()) {
    const double width = 32.0 * pages.logo.width() / pages.logo.height();
    painter.drawImage(QRectF(left, header.top(), width, 32.0), pages.logo);
    left += width + 10.0;
  }
  const Laboratory& laboratory = pages.report.laboratory;
  painter.setPen(Qt::black);
  useFont(painter, pages.font, 10.0, true);
  painter.drawText(QRectF(left, header.top(), 0.6 * header.width(), 16.0), Qt::AlignLeft,
                   QString::fromStdString(laboratory.name));
  useFont(painter, pages.font, 7.0, false);
  painter.drawText(QRectF(left, header.top() + 16.0, 0.6 * header.width(), 24.0), Qt::AlignLeft,
                   QString::fromStdString(laboratory.address));
  useFont(painter, pages.font, 9.0, true);
  painter.drawText(header, Qt::AlignRight | Qt::AlignTop,
                   pages.text("sample") + " " + QString::fromStdString(pages.report.sample_id));
  drawMarks(painter, pages, header);
  painter.setPen(QPen(Qt::black, 0.6));
  painter.drawLine(header.bottomLeft() + QPointF(0.0, 3.0), header.bottomRight() + QPointF(0.0, 3.0));
}

void drawFooter(QPainter& painter, const Pages& pages, int number) {
  const QRectF footer(pages.page.left(), pages.page.bottom() - kFooter + 8.0, pages.page.width(), kFooter - 8.0);
  painter.setPen(QPen(Qt::black, 0.6));
  painter.drawLine(footer.topLeft(), footer.topRight());
  painter.setPen(Qt::black);
  useFont(painter, pages.font, 7.5, true);
  painter.drawText(footer.adjusted(0, 3, 0, 0), Qt::AlignLeft | Qt::AlignTop, kResearchUseOnly);
  useFont(painter, pages.font, 7.5, false);
  const QString report =
      QString("%1 %2, %3 %4")
          .arg(pages.text("report"), QString::fromStdString(pages.report.report_id), pages.text("version"))
          .arg(pages.report.version);
  painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, report);
  painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                   QString("%1 %2 %3 %4").arg(pages.text("page")).arg(number).arg(pages.text("of")).arg(pages.count));
}

QImage readLogo(const ReportTemplate& layout) {
  if (!layout.logo_data.empty()) {
    const QByteArray text = QByteArray::fromStdString(layout.logo_data);
    const QImage logo = QImage::fromData(QByteArray::fromBase64(text.mid(text.indexOf(',') + 1)));
    if (logo.isNull()) throw InputError("the logo is no picture that can be read", "Choose it anew.");
    return logo;
  }
  const auto& path = layout.logo;
  if (path.empty()) return {};
  QImage logo(QString::fromStdString(path.string()));
  if (logo.isNull()) throw FileError(path, "is no picture that can be read", "Use a PNG, JPEG or SVG file as logo.");
  return logo;
}

void fill(QTextDocument& document, const Report& report, const std::vector<CellPicture>& cells,
          const ReportTemplate& layout, const ReportTexts& texts, const QFont& font) {
  std::vector<PrintedCell> printed;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    printed.push_back({cells[i].cell_class, QString::fromStdString(cells[i].caption)});
    document.addResource(QTextDocument::ImageResource, QUrl(cellImage(i)), cellPicture(cells[i]));
  }
  document.addResource(QTextDocument::ImageResource, QUrl(kFigureImage), reportFigure(report, texts, font));
  document.setDefaultFont(font);
  document.setDefaultStyleSheet(kStyle);
  document.setDocumentMargin(0.0);
  document.setHtml("<body>" + reportHtml(report, layout, printed) + "</body>");
}

void drawPage(QPainter& painter, const QTextDocument& document, const Pages& pages, int number) {
  const QSizeF body = document.pageSize();
  drawHeader(painter, pages);
  drawFooter(painter, pages, number);
  painter.save();
  painter.translate(pages.page.left(), pages.page.top() + kHeader - (number - 1) * body.height());
  const QRectF window(0.0, (number - 1) * body.height(), body.width(), body.height());
  painter.setClipRect(window);
  QAbstractTextDocumentLayout::PaintContext context;
  context.clip = window;
  context.palette.setColor(QPalette::Text, Qt::black);
  document.documentLayout()->draw(&painter, context);
  painter.restore();
}

void drawPages(QPdfWriter& writer, const QTextDocument& document, const Pages& pages) {
  QPainter painter(&writer);
  for (int number = 1; number <= pages.count; ++number) {
    if (number > 1) writer.newPage();
    drawPage(painter, document, pages, number);
  }
}

}  // namespace

void write_report_pdf(const std::filesystem::path& path, const Report& report, const std::vector<CellPicture>& cells,
                      const ReportTemplate& layout) {
  check_report(report);
  ensureApplication();
  const ReportTexts texts(layout.language);
  const QFont font = reportFont(layout.language);
  AtomicFile file(path, 1 << 20);
  {
    QPdfWriter writer(QString::fromStdString(file.temporary().string()));
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(kMargins, QPageLayout::Millimeter);
    writer.setTitle(QString::fromStdString("Report " + report.report_id + ", sample " + report.sample_id));
    writer.setCreator(QString::fromStdString(report.program));
    Pages pages{report, texts, font, readLogo(layout), QRectF(0, 0, writer.width(), writer.height())};
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    fill(document, report, cells, layout, texts, font);
    document.setPageSize(bodyOf(pages));
    pages.count = document.pageCount();
    drawPages(writer, document, pages);
  }
  file.commit();
}

QImage reportFirstPage(const Report& report, const std::vector<CellPicture>& cells, const ReportTemplate& layout,
                       int dotsPerInch) {
  check_report(report);
  const ReportTexts texts(layout.language);
  const QFont font = reportFont(layout.language);
  const double scale = static_cast<double>(dotsPerInch) / kDotsPerInch;
  const QPageLayout paper(QPageSize(QPageSize::A4), QPageLayout::Portrait, kMargins, QPageLayout::Millimeter);
  const QSizeF whole = paper.fullRectPixels(kDotsPerInch).size();
  // Laid out for the resolution of the file, so that the lines break where they do in it.
  QImage reference(1, 1, QImage::Format_RGB32);
  reference.setDotsPerMeterX(qRound(kDotsPerInch / 0.0254));
  reference.setDotsPerMeterY(qRound(kDotsPerInch / 0.0254));
  Pages pages{report, texts, font, readLogo(layout), paper.paintRectPixels(kDotsPerInch).toRectF()};
  QTextDocument document;
  document.documentLayout()->setPaintDevice(&reference);
  fill(document, report, cells, layout, texts, font);
  document.setPageSize(bodyOf(pages));
  pages.count = document.pageCount();
  QImage image((whole * scale).toSize(), QImage::Format_RGB32);
  image.setDotsPerMeterX(qRound(kDotsPerInch / 0.0254));
  image.setDotsPerMeterY(qRound(kDotsPerInch / 0.0254));
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.scale(scale, scale);
  drawPage(painter, document, pages, 1);
  return image;
}

}  // namespace tomocyte
