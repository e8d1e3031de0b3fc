// Layout of the tab, and what the user can do with the worklist.
#include "ui/samples/samples_view.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/background_job.h"
#include "ui/notice_bar.h"
#include "ui/painting.h"
#include "ui/quality/quality_view.h"
#include "ui/samples/account_page.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/comments_dialog.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/review_view.h"
#include "ui/samples/statistics_view.h"
#include "ui/samples/worklist_model.h"

namespace tomocyte {
namespace {

constexpr int kIdleMinutes = 10;  // where the settings say nothing ("catalog/lock_after_min"; 0: never)
constexpr int kSearchMs = 200;

}  // namespace

SamplesView::SamplesView(BackgroundJob* job, QWidget* parent)
    : QWidget(parent), catalog_(new CatalogThread(this)), job_(job), worklist_(new WorklistModel(this)) {
  setAcceptDrops(true);
  account_ = new AccountPage;
  pages_ = new QStackedWidget;
  pages_->addWidget(account_);
  pages_->addWidget(buildWork());
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(pages_);
  searchSoon_.setSingleShot(true);
  searchSoon_.setInterval(kSearchMs);
  idle_.setSingleShot(true);
  idle_.setInterval(QSettings().value("catalog/lock_after_min", kIdleMinutes).toInt() * 60'000);
  account_->showWaiting(tr("Opening the catalog…"));
  connectParts();
  qApp->installEventFilter(this);
}

SamplesView::~SamplesView() = default;

QWidget* SamplesView::buildWorklist() {
  search_ = new QLineEdit;
  search_->setObjectName(QStringLiteral("worklist search"));
  search_->setPlaceholderText(tr("Search sample or donor, or scan a barcode"));
  search_->setClearButtonEnabled(true);
  import_ = new QPushButton(tr("Import…"));
  auto* menu = new QMenu(import_);
  menu->addAction(tr("Scan files…"), this, [this] { chooseImport(false); });
  menu->addAction(tr("All scans of a folder…"), this, [this] { chooseImport(true); });
  import_->setMenu(menu);
  table_ = new QTableView;
  table_->setObjectName(QStringLiteral("worklist"));
  table_->setModel(worklist_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->setShowGrid(false);
  table_->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 10px; }"));
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(28);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(WorklistModel::kSample, QHeaderView::Stretch);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  emptyWorklist_ = new QLabel;
  emptyWorklist_->setAlignment(Qt::AlignCenter);
  auto* cover = new QVBoxLayout(table_->viewport());
  cover->addWidget(emptyWorklist_);
  auto* row = new QHBoxLayout;
  newSample_ = new QPushButton(tr("New sample…"));
  newSample_->setToolTip(tr("A tube that has come, before it is measured"));
  newSample_->setObjectName(QStringLiteral("new sample"));
  connect(newSample_, &QPushButton::clicked, this, [this] { newSample({}); });
  row->addWidget(search_, 1);
  row->addWidget(newSample_);
  row->addWidget(import_);
  auto* worklist = new QWidget;
  auto* column = new QVBoxLayout(worklist);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(row);
  column->addWidget(table_);
  return worklist;
}

QWidget* SamplesView::buildWork() {
  review_ = new ReviewView(catalog_);
  report_ = new ReportPanel(catalog_, job_);
  statistics_ = new StatisticsView(catalog_);
  workspaces_ = new QTabWidget;
  workspaces_->addTab(review_, tr("Review"));
  workspaces_->addTab(statistics_, tr("Statistics"));
  quality_ = new QualityView(catalog_);
  workspaces_->addTab(quality_, tr("Quality"));
  notices_ = new NoticeBar;
  buildComments();
  buildDelivery();
  who_ = new QLabel;
  who_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* out = new QPushButton(tr("Sign out"));
  connect(out, &QPushButton::clicked, this, [this] { lock({}); });
  auto* row = new QHBoxLayout;
  row->addWidget(who_, 1);
  row->addWidget(buildLaboratoryMenu());
  row->addWidget(out);
  auto* right = new QWidget;
  auto* rightColumn = new QVBoxLayout(right);
  rightColumn->setContentsMargins(0, 0, 0, 0);
  rightColumn->addLayout(row);
  rightColumn->addWidget(report_, 1);
  blind_ = new QLabel(tr("No report while the sample is read blind."));
  blind_->setAlignment(Qt::AlignCenter);
  blind_->hide();
  rightColumn->addWidget(blind_, 1);
  auto* left = new QSplitter(Qt::Vertical);
  left->addWidget(buildWorklist());
  buildEntry();
  left->addWidget(workspaces_);
  left->setStretchFactor(1, 1);
  left->setSizes({190, 600});
  auto* splitter = new QSplitter;
  splitter->addWidget(left);
  splitter->addWidget(right);
  splitter->setStretchFactor(0, 1);
  splitter->setSizes({970, 480});
  auto* work = new QWidget;
  auto* column = new QVBoxLayout(work);
  column->setContentsMargins(8, 6, 8, 6);
  column->addWidget(notices_);
  column->addWidget(splitter, 1);
  return work;
}

void SamplesView::connectParts() {
  connect(account_, &AccountPage::signInWanted, this, &SamplesView::signIn);
  connect(account_, &AccountPage::firstAccountsWanted, this, &SamplesView::createAccounts);
  connect(search_, &QLineEdit::textChanged, &searchSoon_, qOverload<>(&QTimer::start));
  connect(&searchSoon_, &QTimer::timeout, this, [this] { refresh(); });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) { choose(current.row()); });
  const auto toGallery = [this] { review_->list().setFocus(); };
  connect(table_, &QTableView::clicked, this, toGallery);
  connect(table_, &QTableView::activated, this, toGallery);
  connect(search_, &QLineEdit::returnPressed, this, &SamplesView::takeBarcode);  // as a barcode reader ends
  connect(review_, &ReviewView::sampleChanged, this, &SamplesView::showSample);
  connect(review_, &ReviewView::notice, this, [this](const QString& what) {
    notices_->clear("review");
    notices_->post("review", what);
  });
  connect(review_, &ReviewView::readingChanged, report_, &QWidget::setHidden);
  connect(review_, &ReviewView::readingChanged, blind_, &QWidget::setVisible);
  connect(review_, &ReviewView::readingChanged, statistics_, &StatisticsView::setBlind);
  connect(statistics_, &StatisticsView::message, this, &SamplesView::message);
  connect(quality_, &QualityView::message, this, &SamplesView::message);
  const auto tellRefusal = [this](const QString& what) {
    notices_->clear("statistics");
    notices_->post("statistics", what);
  };
  connect(statistics_, &StatisticsView::refused, this, tellRefusal);
  connect(quality_, &QualityView::refused, this, tellRefusal);
  connect(review_, &ReviewView::openWanted, this, &SamplesView::openCell);
  connect(report_, &ReportPanel::signedNow, this, &SamplesView::showSample);
  connect(report_, &ReportPanel::message, this, &SamplesView::message);
  connect(report_, &ReportPanel::refused, this, [this](const QString& what) {
    notices_->clear("report");
    notices_->post("report", what);
    refresh(review_->sample());
  });
  connect(catalog_, &CatalogThread::failed, this, [this](const QString& what, const QString& remedy) {
    notices_->clear("catalog");
    notices_->post("catalog", what + " " + remedy);
  });
  connect(job_, &BackgroundJob::started, this, &SamplesView::updateAccess);
  connect(job_, &BackgroundJob::ended, this, &SamplesView::updateAccess);
  connect(job_, &BackgroundJob::ended, this, &SamplesView::importAcquired, Qt::QueuedConnection);
  connect(job_, &BackgroundJob::cancelled, this, [this] {
    if (user_) refresh();  // of a cancelled import there is what was imported before
  });
  connect(&idle_, &QTimer::timeout, this,
          [this] { lock(tr("Locked after %1 minutes without a key or a click.").arg(idle_.interval() / 60'000)); });
}

void SamplesView::updateAccess() {
  import_->setEnabled(user_ && !job_->busy());
  newSample_->setEnabled(user_.has_value());
  updateLaboratoryMenu();
}

void SamplesView::choose(int row) {
  const Sample* sample = worklist_->sampleAt(row);
  notices_->clear("files");
  if (!sample) {
    review_->clear();
    report_->clear();
    comments_->clear();
    statistics_->clear();
    return;
  }
  if (sample->id == review_->sample()) return;
  review_->setSample(*sample);
  report_->setSample(*sample);
  comments_->setSample(*sample);
  statistics_->setSample(*sample);
  showFileProblems(sample->id);
}

// After a change of it; the gallery has it already.
void SamplesView::showSample(const Sample& sample) {
  worklist_->replace(sample);
  report_->setSample(sample);
  statistics_->setSample(sample);
}

void SamplesView::chooseImport(bool folder) {
  const QString start = QSettings().value("folder").toString();
  const QStringList paths =
      folder ? QStringList{QFileDialog::getExistingDirectory(this, tr("Import all scans of a folder"), start)}
             : QFileDialog::getOpenFileNames(this, tr("Import scans"), start, tr("Tomocyte scans (*.h5 *.hdf5)"));
  std::vector<std::filesystem::path> files;
  for (const QString& path : paths)
    if (!path.isEmpty()) files.emplace_back(path.toStdString());
  if (!files.empty()) importFiles(files);
}

bool SamplesView::eventFilter(QObject* watched, QEvent* event) {
  const bool active =
      event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel;
  if (active && user_ && idle_.interval() > 0) idle_.start();
  return QWidget::eventFilter(watched, event);
}

void SamplesView::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls() && user_ && !job_->busy()) event->acceptProposedAction();
}

void SamplesView::dropEvent(QDropEvent* event) {
  std::vector<std::filesystem::path> files;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) files.emplace_back(url.toLocalFile().toStdString());
  if (files.empty()) return;
  event->acceptProposedAction();
  importFiles(files);
}

}  // namespace tomocyte
