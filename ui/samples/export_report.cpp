#include "ui/samples/export_report.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/files/text_file.h"
#include "core/report/report_csv.h"
#include "core/report/report_fcs.h"
#include "core/report/report_fhir.h"
#include "core/report/report_hl7.h"
#include "core/report/report_json.h"
#include "core/report/report_xlsx.h"
#include "ui/report/report_pdf.h"

namespace tomocyte {
namespace {

QString filterOf(const ReportFormat& format) {
  return QStringLiteral("%1 (*%2)")
      .arg(QCoreApplication::translate("export_report", format.name), QString::fromUtf8(format.ending));
}

std::string textOf(const std::string& key, const CollectedReport& collected, const LoincTable& codes) {
  const Report& report = collected.report;
  if (key == "csv") return report_csv(report);
  if (key == "json") return report_to_json(report);
  if (key == "fcs") return report_fcs(report, collected.cells);
  if (key == "fhir") return report_fhir(report, codes);
  return report_hl7(report, codes).text;
}

}  // namespace

const std::array<ReportFormat, 7>& reportFormats() {
  static constexpr std::array<ReportFormat, 7> kFormats = {
      {{"pdf", QT_TRANSLATE_NOOP("export_report", "PDF pages"), ".pdf"},
       {"csv", QT_TRANSLATE_NOOP("export_report", "CSV table"), ".csv"},
       {"xlsx", QT_TRANSLATE_NOOP("export_report", "Spreadsheet"), ".xlsx"},
       {"json", QT_TRANSLATE_NOOP("export_report", "Tomocyte report"), ".json"},
       {"fcs", QT_TRANSLATE_NOOP("export_report", "FCS 3.1 cells"), ".fcs"},
       {"fhir", QT_TRANSLATE_NOOP("export_report", "HL7 FHIR R4 bundle"), ".fhir.json"},
       {"hl7", QT_TRANSLATE_NOOP("export_report", "HL7 v2.5.1 message"), ".hl7"}}};
  return kFormats;
}

QString reportFilters() {
  QStringList filters;
  for (const ReportFormat& format : reportFormats()) filters << filterOf(format);
  return filters.join(QStringLiteral(";;"));
}

const ReportFormat* formatOf(const QString& filter) {
  for (const ReportFormat& format : reportFormats())
    if (filterOf(format) == filter) return &format;
  return nullptr;
}

void exportReport(const std::filesystem::path& path, const ReportFormat& format, const CollectedReport& collected,
                  const std::vector<CellPicture>& pictures, const LaboratorySettings& settings) {
  const std::string key = format.key;
  if (key == "pdf") return write_report_pdf(path, collected.report, pictures, settings.layout);
  if (key == "xlsx") return write_report_xlsx(path, collected.report, collected.cells);
  write_text_file(path, textOf(key, collected, settings.loinc));
}

}  // namespace tomocyte
