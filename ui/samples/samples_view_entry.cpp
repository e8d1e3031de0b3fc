// How samples and scans come into the worklist, and back to their files: tubes by their barcode, scans that were just
// acquired, files that were moved.
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTableView>
#include <utility>

#include "core/catalog/cells.h"
#include "core/catalog/import_scan.h"
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
  review_->list().setContextMenuPolicy(Qt::CustomContextMenu);
  connect(&review_->list(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
    if (review_->list().indexAt(at).isValid()) makeCellMenu()->popup(review_->list().viewport()->mapToGlobal(at));
  });
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

void SamplesView::takeAcquired(const std::vector<std::filesystem::path>& files, const std::string& sampleId) {
  acquired_.push_back({files, sampleId});
  if (user_) QMetaObject::invokeMethod(this, &SamplesView::importAcquired, Qt::QueuedConnection);
}

void SamplesView::importAcquired() {
  if (!user_ || acquired_.empty() || job_->busy()) return;
  const Acquired next = std::move(acquired_.front());
  acquired_.pop_front();
  importFiles(next.files, next.sampleId);  // the end of the job begins the next
}

// After somebody has signed in: what was acquired before is not taken without being asked for, whatever job ends.
void SamplesView::offerAcquired() {
  for (Acquired& acquired : std::exchange(acquired_, {})) offered_.push_back(std::move(acquired));
  if (offered_.empty()) return;
  std::size_t files = 0;
  for (const Acquired& acquired : offered_) files += acquired.files.size();
  const auto take = [this] {
    acquired_ = std::exchange(offered_, {});
    importAcquired();
  };
  notices_->clear("acquired");
  notices_->post(
      "acquired",
      tr("%n scan(s) acquired while nobody was signed in are not in the worklist.", nullptr, static_cast<int>(files)),
      {{tr("Import"), take}, {tr("Leave them"), [this] { offered_.clear(); }}});
}

// The new cell is chosen, so that nobody takes it for the first one: that stays with its review, and both count.
void SamplesView::tellScannedAgain(const ScannedAgain& again) {
  const auto numbers = [](const std::vector<RecordId>& cells) {
    QStringList texts;
    for (const RecordId cell : cells) texts << QString::number(cell);
    return texts.join(QStringLiteral(", "));
  };
  std::vector<NoticeBar::Action> actions;
  if (!again.first.empty()) {
    std::vector<RecordId> both = again.first;
    both.insert(both.end(), again.cells.begin(), again.cells.end());
    actions.push_back({tr("Compare them"), [this, both] { compareCells(both); }});
  }
  const QString first = again.first.empty() ? QString::fromStdString(again.first_file) : numbers(again.first);
  notices_->clear("again");
  notices_->post(
      "again",
      tr("Cell %1 was scanned again: the new scan is cell %2, chosen in the gallery. Both count in the report "
         "until one of them gets C (Not classed).")
          .arg(first, numbers(again.cells)),
      std::move(actions));
  // After the gallery has read its cells: what refresh() asked of the catalog comes first, and asks for them.
  catalog_->post([this, cell = again.cells.front()](Catalog&) -> CatalogThread::Finish {
    return [this, cell] {
      catalog_->post([this, cell](Catalog&) -> CatalogThread::Finish { return [this, cell] { showCell(cell); }; });
    };
  });
}

void SamplesView::showCell(RecordId cell) {
  if (!review_->selectCell(cell)) Q_EMIT message(tr("The cell is not shown: choose \"All cells\" beside the gallery."));
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

void SamplesView::addDriveAction(QMenu& menu, const QString& text, const std::function<QString()>& whyNot, bool again) {
  const QModelIndex index = review_->list().currentIndex();
  const Sample* sample = worklist_->sampleAt(worklist_->rowOf(review_->sample()));
  if (!index.isValid() || !sample) return;
  QString why = whyNot ? whyNot() : tr("There is no microscope here");
  if (job_->busy()) why = tr("Something else is running");
  QAction* action = menu.addAction(text);
  action->setEnabled(why.isEmpty());
  action->setToolTip(why);
  const RecordId scan = review_->model().cellAt(index.row()).scan;
  connect(action, &QAction::triggered, this, [this, scan, again, id = QString::fromStdString(sample->sample_id)] {
    catalog_->post([this, scan, again, id](Catalog& catalog) -> CatalogThread::Finish {
      const CatalogScan found = get_scan(catalog, scan);
      const ScanFileReport report = check_scan_file(found);
      return [this, found, report, again, id] {
        if (report.state == ScanFileState::kMissing)
          return notices_->post("files", QString::fromStdString(report.explanation));
        Q_EMIT driveWanted(found.path, id, again);
      };
    });
  });
}

void SamplesView::addCompareAction(QMenu& menu) {
  QAction* action = menu.addAction(tr("Compare the selected cells"));
  const std::vector<RecordId> cells = review_->selected();
  action->setEnabled(cells.size() > 1);
  action->setToolTip(cells.size() > 1 ? QString() : tr("Select two or more cells"));
  connect(action, &QAction::triggered, this, [this, cells] { compareCells(cells); });
}

void SamplesView::compareCells(const std::vector<RecordId>& cells) {
  catalog_->post([this, cells](Catalog& catalog) -> CatalogThread::Finish {
    std::vector<CellPlace> places;
    for (const RecordId id : cells) {
      const CatalogCell cell = get_cell(catalog, id);
      places.push_back({get_scan(catalog, cell.scan).path, cell.cell.label});
    }
    return [this, places] { Q_EMIT compareWanted(places); };
  });
}

QMenu* SamplesView::makeCellMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  addDriveAction(*menu, tr("Go there"), driveChecks_.whyNotDrive, false);
  addDriveAction(*menu, tr("Scan this cell again…"), driveChecks_.whyNotScan, true);
  menu->addSeparator();
  addCompareAction(*menu);
  return menu;
}

}  // namespace tomocyte
