#include "ui/samples/report_panel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/workflow/laboratory_settings.h"
#include "core/catalog/permission.h"
#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/catalog/sign_offs.h"
#include "core/error.h"
#include "ui/background_job.h"
#include "ui/laboratory/local_time.h"
#include "ui/painting.h"
#include "ui/report/report_html.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/export_report.h"
#include "ui/samples/sign_dialog.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kQuietMs = 250;  // while keys are pressed one after the other no report is made
constexpr int kPicturesPerClass = 4;

SampleReportRequest requestFor(RecordId sample, const LaboratorySettings& settings) {
  SampleReportRequest request;
  request.sample = sample;
  request.heading.laboratory = settings.layout.laboratory;
  request.table = settings.classes;
  return request;
}

QString signedText(const SampleReport& shown) {
  const Report& report = shown.collected.report;
  const int newest = shown.sample.signed_version;
  const QString text = newest > report.version
                           ? ReportPanel::tr("<b style='color:%1'>SIGNED</b> by %2, version %3, replaced by version %4")
                           : ReportPanel::tr("<b style='color:%1'>SIGNED</b> by %2, version %3");
  const QString of = text.arg(theme().accent.name(), QString::fromStdString(report.sign_off->name)).arg(report.version);
  return newest > report.version ? of.arg(newest) : of;
}

QString unsignedText(int version) {
  const QString colour = theme().warning.name();
  return version > 1 ? ReportPanel::tr("<b style='color:%1'>NOT SIGNED – preliminary</b>, amends version %2")
                           .arg(colour)
                           .arg(version - 1)
                     : ReportPanel::tr("<b style='color:%1'>NOT SIGNED – preliminary</b>").arg(colour);
}

QString statusText(const SampleReport& shown) {
  const Report& report = shown.collected.report;
  QString text = shown.is_signed ? signedText(shown) : unsignedText(report.version);
  if (report.simulated)
    text = QString("<span style='background: %1; color: black'><b>&nbsp;%2&nbsp;</b></span> ")
               .arg(theme().warning.name(), QString::fromUtf8(kReportSimulated)) +
           text;
  return text + "<br>" + QString::fromUtf8(kResearchUseOnly);
}

}  // namespace

struct ReportPanel::Made {
  std::shared_ptr<const SampleReport> report;
  std::shared_ptr<const LaboratorySettings> settings;
  std::vector<CatalogSignOff> versions;
};

ReportPanel::ReportPanel(CatalogThread* catalog, BackgroundJob* job, QWidget* parent)
    : QWidget(parent), catalog_(catalog), job_(job) {
  build();
  soon_.setSingleShot(true);
  soon_.setInterval(kQuietMs);
  connect(&soon_, &QTimer::timeout, this, &ReportPanel::make);
  connect(sign_, &QPushButton::clicked, this, &ReportPanel::sign);
  connect(export_, &QPushButton::clicked, this, &ReportPanel::chooseExport);
  connect(versions_, &QComboBox::activated, this, [this](int row) { showVersion(versions_->itemData(row).toInt()); });
  connect(deliver_, &QPushButton::clicked, this, [this] { Q_EMIT deliveryWanted(report_->collected.report); });
  connect(job_, &BackgroundJob::started, this, &ReportPanel::updateButtons);
  connect(job_, &BackgroundJob::ended, this, &ReportPanel::updateButtons);
  clear();
}

void ReportPanel::build() {
  versions_ = new QComboBox;
  versions_->setObjectName(QStringLiteral("report versions"));
  versions_->setToolTip(tr("The sample as it stands, and every version that was signed"));
  status_ = new QLabel;
  status_->setWordWrap(true);
  pages_ = new QTextBrowser;
  pages_->setObjectName(QStringLiteral("report preview"));
  pages_->setFrameShape(QFrame::NoFrame);
  pages_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  pages_->document()->setDefaultStyleSheet(
      QString(".title { font-size: 12pt; font-weight: bold; } .section { font-weight: bold; margin: 10px 0 2px 0; "
              "color: %1; } td, th, p { font-size: 9pt; } .small { color: %2; }")
          .arg(theme().accent.name(), theme().faint.name()));
  sign_ = new QPushButton(tr("Sign…"));
  export_ = new QPushButton(tr("Export report…"));
  deliver_ = new QPushButton(tr("Send"));
  deliver_->setObjectName(QStringLiteral("deliver"));
  auto* row = new QHBoxLayout;
  row->addWidget(sign_);
  row->addWidget(export_);
  row->addWidget(deliver_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(versions_);
  column->addWidget(status_);
  column->addWidget(pages_, 1);
  column->addLayout(row);
}

void ReportPanel::setSample(const Sample& sample) {
  if (sample.id != sample_.id) clear();
  sample_ = sample;
  soon_.start();
  updateButtons();
}

void ReportPanel::clear() {
  sample_ = {};
  report_.reset();
  chosenVersion_ = 0;
  listVersions({});
  soon_.stop();
  status_->clear();
  pages_->setHtml(QCoreApplication::translate("report_panel",
                                              "<p style='color:%1'>The report of the chosen sample appears here.</p>")
                      .arg(theme().faint.name()));
  updateButtons();
}

void ReportPanel::setUser(const std::optional<User>& user) {
  user_ = user;
  updateButtons();
}

void ReportPanel::showVersion(int version) {
  chosenVersion_ = version;
  make();
}

void ReportPanel::make() {
  catalog_->post(
      [this, id = sample_.id, version = chosenVersion_](Catalog& catalog) -> CatalogThread::Finish {
        Made made;
        const auto settings = std::make_shared<LaboratorySettings>(laboratory_settings(catalog));
        made.report = std::make_shared<SampleReport>(version > 0 ? signed_version(catalog, id, version)
                                                                 : sample_report(catalog, requestFor(id, *settings)));
        made.settings = settings;
        made.versions = sign_offs_of(catalog, id);
        return [this, made, version] {
          if (made.report->sample.id == sample_.id && version == chosenVersion_) showReport(made);
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        report_.reset();
        status_->setText(refusal.text());
        pages_->clear();
        updateButtons();
      });
}

// Hidden while nothing was signed.
void ReportPanel::listVersions(const std::vector<CatalogSignOff>& versions) {
  versions_->clear();
  versions_->setVisible(!versions.empty());
  versions_->addItem(tr("The sample as it stands"), 0);
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    const QString who = QString::fromStdString(version->signer_full_name);
    versions_->addItem(tr("Version %1, signed %2 by %3").arg(version->version).arg(localTime(version->signed_utc), who),
                       version->version);
  }
  versions_->setCurrentIndex(std::max(0, versions_->findData(chosenVersion_)));
}

void ReportPanel::showReport(const Made& made) {
  report_ = made.report;
  settings_ = made.settings;
  listVersions(made.versions);
  status_->setText(statusText(*report_));
  ReportTemplate layout = settings_->layout;
  layout.sections = {"differential", "quality", "review", "comments", "signature"};
  const int scrolled = pages_->verticalScrollBar()->value();
  pages_->setHtml(reportHtml(report_->collected.report, layout, {}));
  pages_->verticalScrollBar()->setValue(scrolled);
  updateButtons();
}

void ReportPanel::updateButtons() {
  const bool ready = report_ && report_->sample.revision == sample_.revision && report_->sample.counts.cells > 0;
  const bool maySign = user_ && may(user_->role, Permission::kSign);
  sign_->setEnabled(ready && chosenVersion_ == 0 && !report_->is_signed && maySign);
  sign_->setText(sample_.signed_version > 0 ? tr("Amend…") : tr("Sign…"));
  sign_->setToolTip(!maySign                      ? tr("Only a reviewer may sign")
                    : ready && report_->is_signed ? tr("Signed. Correct a cell first; then the amendment can be signed")
                                                  : QString());
  export_->setEnabled(ready && !job_->busy());
  const bool delivers = settings_ && settings_->delivery.is_set();
  deliver_->setVisible(delivers);
  deliver_->setEnabled(ready && report_->is_signed);
  deliver_->setToolTip(
      tr("Puts the signed report into the queue to the laboratory's system, unless it was there before"));
}

void ReportPanel::sign() {
  const auto shown = report_;
  const QString signer = QString::fromStdString(user_->full_name.empty() ? user_->name : user_->full_name);
  SignDialog dialog(*shown, signer, this);
  if (dialog.exec() != QDialog::Accepted) return;
  SampleReport own = *shown;
  if (const std::string reason = dialog.amendmentReason(); !reason.empty())
    own.collected.report.amendment_reason = reason;
  catalog_->post(
      [this, own, signature = dialog.signature()](Catalog& catalog) -> CatalogThread::Finish {
        const Report report = sign_report(catalog, own, signature);
        const Sample sample = get_sample(catalog, own.sample.id);
        return [this, sample, report, version = report.version] {
          Q_EMIT message(
              tr("Report of %1 signed, version %2").arg(QString::fromStdString(sample.sample_id)).arg(version));
          Q_EMIT signedNow(sample);
          Q_EMIT deliveryWanted(report);
        };
      },
      [this](const CatalogThread::Refusal& refusal) { Q_EMIT refused(tr("Not signed. %1").arg(refusal.text())); });
}

void ReportPanel::chooseExport() {
  const QString folder = QSettings().value("folder").toString();
  const Report& report = report_->collected.report;
  QString filter;
  QString path = QFileDialog::getSaveFileName(
      this, tr("Export the report"),
      QString("%1/%2-v%3").arg(folder, QString::fromStdString(report.report_id)).arg(report.version), reportFilters(),
      &filter);
  const ReportFormat* format = formatOf(filter);
  if (path.isEmpty() || !format) return;
  if (!path.endsWith(format->ending, Qt::CaseInsensitive)) path += format->ending;
  QSettings().setValue("folder", QFileInfo(path).absolutePath());
  exportTo(path.toStdString(), *format);
}

// The pictures of the pages are read from the scan files, in the job; the pages themselves are the GUI thread's.
void ReportPanel::exportTo(const std::filesystem::path& path, const ReportFormat& format) {
  if (!report_ || job_->busy()) return;
  const bool pages = std::string(format.key) == "pdf";
  catalog_->post(
      [this, path, format, pages, shown = report_, settings = settings_](Catalog& catalog) -> CatalogThread::Finish {
        const std::vector<CatalogScan> scans = list_scans(catalog, shown->sample.id);
        return [this, path, format, pages, shown, settings, scans] {
          job_->start(
              tr("Exporting the report"),
              [this, path, format, pages, shown, settings, scans](const Progress& progress) -> BackgroundJob::Finish {
                const auto tell = [this, path] {
                  Q_EMIT message(tr("Report written to %1").arg(QString::fromStdString(path.string())));
                };
                if (!pages) {
                  exportReport(path, format, shown->collected, {}, *settings);
                  return tell;
                }
                const auto pictures = std::make_shared<std::vector<CellPicture>>(
                    sample_pictures(scans, shown->collected, kPicturesPerClass, progress));
                return [this, path, format, shown, settings, pictures, tell] {
                  try {
                    exportReport(path, format, shown->collected, *pictures, *settings);
                    tell();
                  } catch (const Error& error) {
                    Q_EMIT refused(QString::fromStdString(std::string(error.what()) + " " + error.remedy()));
                  }
                };
              });
        };
      });
}

}  // namespace tomocyte
