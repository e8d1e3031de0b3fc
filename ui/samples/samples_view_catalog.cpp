// What the tab asks of the catalog: opening, accounts, the worklist, imports.
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>

#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "core/catalog/users.h"
#include "core/error.h"
#include "ui/background_job.h"
#include "ui/notice_bar.h"
#include "ui/samples/account_page.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/comments_dialog.h"
#include "ui/samples/import_scans.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/review_view.h"
#include "ui/samples/samples_view.h"
#include "ui/samples/statistics_view.h"
#include "ui/samples/worklist_model.h"

namespace tomocyte {
namespace {

// By size: reading every file would take minutes.
QString problemsOf(const Catalog& catalog, RecordId sample) {
  QStringList problems;
  for (const CatalogScan& scan : list_scans(catalog, sample))
    if (const ScanFileReport report = check_scan_file(scan); report.state != ScanFileState::kFound)
      problems << QString::fromStdString(report.explanation);
  return problems.join('\n');
}

// By Role.
constexpr const char* kRoles[] = {QT_TRANSLATE_NOOP("tomocyte::SamplesView", "%1, technician"),
                                  QT_TRANSLATE_NOOP("tomocyte::SamplesView", "%1, reviewer"),
                                  QT_TRANSLATE_NOOP("tomocyte::SamplesView", "%1, administrator")};

QString roleText(const User& user) {
  return SamplesView::tr(kRoles[static_cast<int>(user.role)])
      .arg(QString::fromStdString(user.full_name.empty() ? user.name : user.full_name));
}

}  // namespace

CatalogLocation laboratoryCatalog() {
  if (const QString address = qEnvironmentVariable("TOMOCYTE_CATALOG"); !address.isEmpty())
    return catalog_location(address.toStdString());
  const std::filesystem::path folder =
      QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString();
  return catalog_location((folder / "tomocyte" / "catalog.sqlite").string());
}

void SamplesView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (location_) return;
  try {
    openCatalog(laboratoryCatalog());
  } catch (const Error& error) {
    account_->showWaiting(QString::fromStdString(std::string(error.what()) + " " + error.remedy()));
  }
}

void SamplesView::openCatalog(const CatalogLocation& location, const CatalogOptions& options) {
  location_ = location;
  std::error_code failure;  // opening says what is wrong
  if (!location.on_server()) std::filesystem::create_directories(location.file.parent_path(), failure);
  const auto refused = [this](const CatalogThread::Refusal& refusal) { account_->showWaiting(refusal.text()); };
  catalog_->open(location, options, {}, refused);
  catalog_->post(
      [this, where = QString::fromStdString(describe(location))](Catalog& catalog) -> CatalogThread::Finish {
        return [this, where, known = has_users(catalog)] {
          known ? account_->askSignIn(where) : account_->askFirstAccounts(where);
        };
      },
      [](const CatalogThread::Refusal&) {});  // opening has told it
  readSettings();
}

void SamplesView::signIn(const QString& name, const QString& password) {
  catalog_->post(
      [this, name = name.toStdString(), password = password.toStdString()](Catalog& catalog) -> CatalogThread::Finish {
        return [this, user = sign_in(catalog, name, password)] { enter(user); };
      },
      [this](const CatalogThread::Refusal& refusal) { account_->showRefusal(refusal.text()); });
}

void SamplesView::createAccounts(const NewUser& administrator, const NewUser& reviewer) {
  catalog_->post(
      [this, administrator, reviewer](Catalog& catalog) -> CatalogThread::Finish {
        // A refused password of the reviewer must not leave the administrator alone behind.
        static_cast<void>(hash_password(reviewer.password, catalog.options().password));
        static_cast<void>(create_first_administrator(catalog, administrator));
        static_cast<void>(add_user(catalog, reviewer));
        return [this, user = sign_in(catalog, reviewer.name, reviewer.password)] { enter(user); };
      },
      [this](const CatalogThread::Refusal& refusal) { account_->showRefusal(refusal.text()); });
}

void SamplesView::enter(const User& user) {
  user_ = user;
  who_->setText(roleText(user));
  review_->forgetHistory();
  report_->setUser(user_);
  pages_->setCurrentIndex(1);
  if (idle_.interval() > 0) idle_.start();
  updateAccess();
  readSettings();
  refresh();
  offerAcquired();
  table_->setFocus();
  Q_EMIT signedIn();
}

void SamplesView::lock(const QString& why) {
  if (!user_) return;
  user_.reset();
  idle_.stop();
  closeLaboratory();
  catalog_->post([](Catalog& catalog) -> CatalogThread::Finish {
    sign_out(catalog);
    return {};
  });
  report_->setUser(user_);
  review_->forgetHistory();
  pages_->setCurrentIndex(0);
  account_->askSignIn(why);
  updateAccess();
}

// `select` 0: what is chosen stays. What is not in the list gives way to its first row: a barcode finds its sample.
void SamplesView::refresh(RecordId select) {
  const RecordId wanted = select ? select : review_->sample();
  catalog_->post(
      [this, wanted, text = search_->text().trimmed().toStdString()](Catalog& catalog) -> CatalogThread::Finish {
        auto samples = std::make_shared<std::vector<Sample>>(list_samples(catalog, {.text = text}));
        QMap<qlonglong, QString> problems;
        for (const Sample& sample : *samples)
          if (const QString problem = problemsOf(catalog, sample.id); !problem.isEmpty()) problems[sample.id] = problem;
        return [this, samples, problems, wanted, searched = !text.empty()] {
          worklist_->setSamples(std::move(*samples), problems);
          emptyWorklist_->setVisible(worklist_->rowCount() == 0);
          emptyWorklist_->setText(
              searched ? tr("No sample like that.")
                       : QCoreApplication::translate("samples_view_catalog",
                                                     "No samples yet. Drop scan files or a folder here, press "
                                                     "Import…, or enter a tube with New sample…"));
          if (std::exchange(unknownBarcode_, false)) {
            table_->setCurrentIndex({});
            return choose(-1);
          }
          const int found = worklist_->rowOf(wanted);
          const Sample* sample = worklist_->sampleAt(found >= 0 ? found : 0);
          if (!sample) return choose(-1);
          const bool again = sample->id == review_->sample();
          table_->setCurrentIndex(worklist_->index(worklist_->rowOf(sample->id), 0));
          if (!again) return;
          review_->setSample(*sample);
          report_->setSample(*sample);
          comments_->setSample(*sample);
          statistics_->setSample(*sample);
        };
      });
}

void SamplesView::importFiles(const std::vector<std::filesystem::path>& dropped, const std::string& sampleId) {
  if (!user_ || job_->busy()) return;
  job_->start(tr("Importing scans"),
              [this, dropped, sampleId, user = *user_,
               location = *location_](const Progress& progress) -> BackgroundJob::Finish {
                Catalog catalog(location, {.create = false});  // a connection of this thread's own
                catalog.set_user(user);
                const ImportSummary summary = importScans(catalog, scanFilesIn(dropped), sampleId, progress);
                return [this, summary] {
                  Q_EMIT message(importText(summary));
                  notices_->clear("import");
                  QStringList refused;
                  for (const std::string& why : summary.refused) refused << QString::fromStdString(why);
                  if (!refused.isEmpty()) notices_->post("import", refused.join('\n'));
                  refresh(summary.sample);
                  if (summary.again) tellScannedAgain(*summary.again);
                };
              });
}

void SamplesView::openCell(RecordId scan, int label) {
  catalog_->post([this, scan, label](Catalog& catalog) -> CatalogThread::Finish {
    const CatalogScan found = get_scan(catalog, scan);
    const ScanFileReport report = check_scan_file(found);
    return [this, found, report, label] {
      if (report.state == ScanFileState::kMissing)
        return notices_->post("files", QString::fromStdString(report.explanation));
      Q_EMIT openWanted(found.path, label);
    };
  });
}

}  // namespace tomocyte
