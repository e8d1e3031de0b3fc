// How samples and scans come into the worklist, and back to their files: tubes by their barcode, scans that were just
// acquired, files that were moved.
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

#include "core/catalog/samples.h"
#include "core/catalog/scans.h"
#include "ui/background_job.h"
#include "ui/notice_bar.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/review_view.h"
#include "ui/samples/sample_dialog.h"
#include "ui/samples/samples_view.h"
#include "ui/samples/worklist_model.h"

namespace tomocyte {

void SamplesView::buildEntry() {
  entry_ = new SampleDialog(catalog_, this);
  connect(entry_, &SampleDialog::kept, this, [this](const Sample& sample) {
    search_->clear();
    notices_->clear("barcode");
    refresh(sample.id);
  });
  auto* correction = new QAction(tr("Correct the sample…"), this);
  connect(correction, &QAction::triggered, this, [this] {
    if (const Sample* sample = worklist_->sampleAt(table_->currentIndex().row())) entry_->correct(*sample);
  });
  table_->addAction(correction);
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void SamplesView::newSample(const QString& sampleId) {
  if (user_) entry_->enterNew(sampleId);
}

// What a barcode reader has typed is one sample's whole id: part of another one's is not taken for it.
void SamplesView::takeBarcode() {
  const QString code = search_->text().trimmed();
  notices_->clear("barcode");
  if (code.isEmpty()) return;
  catalog_->post([this, code](Catalog& catalog) -> CatalogThread::Finish {
    const std::optional<Sample> found = find_sample(catalog, code.toStdString());
    return [this, code, found] {
      if (found) {
        refresh(found->id);
        review_->list().setFocus();
        search_->selectAll();  // the next tube replaces it
        return;
      }
      // No sample stays on the screen that could be taken for this tube's.
      search_->clear();
      searchSoon_.stop();
      unknownBarcode_ = true;
      refresh();
      notices_->post("barcode", tr("No sample has the id \"%1\".").arg(code),
                     {{tr("Enter it as a new sample"), [this, code] { newSample(code); }}});
    };
  });
}

void SamplesView::takeAcquired(const std::vector<std::filesystem::path>& files) {
  acquired_.insert(acquired_.end(), files.begin(), files.end());
  if (user_) QMetaObject::invokeMethod(this, &SamplesView::importAcquired, Qt::QueuedConnection);
}

void SamplesView::importAcquired() {
  if (!user_ || acquired_.empty() || job_->busy()) return;
  importFiles(std::exchange(acquired_, {}));
}

// After somebody has signed in: what was acquired before is not taken without being asked for.
void SamplesView::offerAcquired() {
  if (acquired_.empty()) return;
  notices_->post("acquired",
                 tr("%n scan(s) acquired while nobody was signed in are not in the worklist.", nullptr,
                    static_cast<int>(acquired_.size())),
                 {{tr("Import"), [this] { importAcquired(); }}, {tr("Leave them"), [this] { acquired_.clear(); }}});
}

void SamplesView::showFileProblems(RecordId sample) {
  const QString problem = worklist_->problemOf(sample);
  if (problem.isEmpty()) return;
  notices_->post("files", problem, {{tr("Look in a folder…"), [this] {
                                       const QString folder = QFileDialog::getExistingDirectory(
                                           this, tr("Folder that the scan files were moved to"));
                                       if (!folder.isEmpty()) lookForFiles(folder.toStdString());
                                     }}});
}

void SamplesView::lookForFiles(const std::filesystem::path& folder) {
  if (!user_ || job_->busy()) return;
  job_->start(tr("Looking for scan files"),
              [this, folder, user = *user_, location = *location_](const Progress& progress) -> BackgroundJob::Finish {
                Catalog catalog(location, {.create = false});  // a connection of this thread's own
                catalog.set_user(user);
                const auto found = static_cast<int>(relocate_scans(catalog, folder, progress).size());
                return [this, found] {
                  notices_->clear("files");
                  Q_EMIT message(tr("%n scan file(s) found again.", nullptr, found));
                  refresh();
                  // After the worklist knows what is still missing.
                  catalog_->post([this](Catalog&) -> CatalogThread::Finish {
                    return [this] { showFileProblems(review_->sample()); };
                  });
                };
              });
}

}  // namespace tomocyte
