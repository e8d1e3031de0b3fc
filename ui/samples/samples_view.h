// The technician's day in one place: worklist, review of the chosen sample, its report.
#pragma once

#include <QTimer>
#include <QWidget>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "core/catalog/catalog.h"
#include "ui/viewer/compare_cell.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;
class QToolButton;

namespace tomocyte {

class AccountPage;
class BackgroundJob;
class CatalogThread;
class CommentsDialog;
class MessageSender;
class MessagesDialog;
class NoticeBar;
class OwnPasswordDialog;
class QualityView;
class ReportPanel;
class ReviewView;
class SampleDialog;
class SettingsDialog;
class StatisticsView;
class UsersDialog;
struct NewUser;
struct Report;
struct ScannedAgain;
class WorklistModel;

class SamplesView : public QWidget {
  Q_OBJECT
 public:
  // Imports and exports run in `job`.
  explicit SamplesView(BackgroundJob* job, QWidget* parent = nullptr);
  ~SamplesView() override;

  // In the background; a catalog that is not there is made. Without it the laboratory's own is opened when the view is
  // first seen.
  void openCatalog(const CatalogLocation& location, const CatalogOptions& options = {});
  // Scan files, and the scan files of folders; `sampleId` empty: the samples that they name. Somebody must be signed
  // in.
  void importFiles(const std::vector<std::filesystem::path>& dropped, const std::string& sampleId = {});
  // Scan files that the instrument has just written: imported as soon as the job is free. While nobody is signed in
  // they wait for the next who is, who is asked.
  // `sampleId` is what was asked before the scan; the files of several positions have numbers behind it.
  void takeAcquired(const std::vector<std::filesystem::path>& files, const std::string& sampleId);
  // Why the stage cannot drive to a cell, or the cell not be scanned again; empty: it can. Asked when the menu of a
  // cell opens.
  struct DriveChecks {
    std::function<QString()> whyNotDrive;
    std::function<QString()> whyNotScan;
  };
  void setDriveChecks(DriveChecks checks) { driveChecks_ = std::move(checks); }
  // The menu of the cell that is chosen in the gallery; the caller shows it.
  [[nodiscard]] QMenu* makeCellMenu();
  // In the background; missing scan files that lie there are known by their new place.
  void lookForFiles(const std::filesystem::path& folder);
  void lock(const QString& why);

  [[nodiscard]] const std::optional<User>& user() const { return user_; }
  [[nodiscard]] ReviewView& review() const { return *review_; }
  [[nodiscard]] ReportPanel& report() const { return *report_; }
  [[nodiscard]] StatisticsView& statistics() const { return *statistics_; }
  [[nodiscard]] QualityView& quality() const { return *quality_; }
  // Review and statistics of the chosen sample, quality of the laboratory.
  [[nodiscard]] QTabWidget& workspaces() const { return *workspaces_; }
  [[nodiscard]] WorklistModel& worklist() const { return *worklist_; }
  [[nodiscard]] NoticeBar& notices() const { return *notices_; }

 Q_SIGNALS:
  // The cell's scan, to be seen in three dimensions.
  void openWanted(const std::filesystem::path& file, int label);
  // The same cells side by side.
  void compareWanted(const std::vector<tomocyte::CellPlace>& cells);
  // The stage is to go where this file's scan was taken; `again`: and it is to be scanned anew for this sample.
  void driveWanted(const std::filesystem::path& file, const QString& sampleId, bool again);
  void message(const QString& text);
  void signedIn();

 protected:
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  // samples_view.cpp
  [[nodiscard]] QWidget* buildWork();
  [[nodiscard]] QWidget* buildWorklist();
  void connectParts();
  void chooseImport(bool folder);
  void choose(int row);
  void showSample(const Sample& sample);
  void updateAccess();

  // samples_view_catalog.cpp
  void signIn(const QString& name, const QString& password);
  void createAccounts(const NewUser& administrator, const NewUser& reviewer);
  void enter(const User& user);
  void refresh(RecordId select = 0);
  void openCell(RecordId scan, int label);

  // samples_view_entry.cpp
  void buildEntry();
  void newSample(const QString& sampleId);
  void takeBarcode();
  void importAcquired();
  void offerAcquired();
  void tellScannedAgain(const ScannedAgain& again);
  void showCell(RecordId cell);
  void compareCells(const std::vector<RecordId>& cells);
  void showFileProblems(RecordId sample);
  void addCompareAction(QMenu& menu);
  void addDriveAction(QMenu& menu, const QString& text, const std::function<QString()>& whyNot, bool again);

  // samples_view_laboratory.cpp: what the laboratory sets up.
  [[nodiscard]] QWidget* buildLaboratoryMenu();
  void updateLaboratoryMenu();
  void closeLaboratory();
  void buildComments();
  void buildDelivery();
  // As the catalog has the laboratory's settings now.
  void readSettings();
  void deliver(const Report& report);

  CatalogThread* catalog_;
  BackgroundJob* job_;
  std::optional<CatalogLocation> location_;
  std::optional<User> user_;
  QTimer idle_;
  QTimer searchSoon_;
  WorklistModel* worklist_;
  QStackedWidget* pages_;
  AccountPage* account_;
  QTableView* table_ = nullptr;
  QLineEdit* search_ = nullptr;
  QLabel* emptyWorklist_ = nullptr;
  QLabel* who_ = nullptr;
  QLabel* blind_ = nullptr;
  QPushButton* import_ = nullptr;
  QPushButton* newSample_ = nullptr;
  SampleDialog* entry_ = nullptr;
  bool unknownBarcode_ = false;  // the next refresh chooses no sample
  struct Acquired {
    std::vector<std::filesystem::path> files;
    std::string sampleId;
  };
  std::deque<Acquired> acquired_;  // that wait until the job is free
  std::deque<Acquired> offered_;   // from before somebody signed in: that wait for an answer
  DriveChecks driveChecks_;
  QToolButton* laboratory_ = nullptr;
  QAction* showUsers_ = nullptr;
  QAction* showSettings_ = nullptr;
  UsersDialog* users_ = nullptr;
  SettingsDialog* settings_ = nullptr;
  OwnPasswordDialog* ownPassword_ = nullptr;
  CommentsDialog* comments_ = nullptr;
  MessageSender* sender_ = nullptr;
  MessagesDialog* messages_ = nullptr;
  NoticeBar* notices_ = nullptr;
  ReviewView* review_ = nullptr;
  ReportPanel* report_ = nullptr;
  StatisticsView* statistics_ = nullptr;
  QualityView* quality_ = nullptr;
  QTabWidget* workspaces_ = nullptr;
};

// Where the laboratory's catalog is: $TOMOCYTE_CATALOG, or catalog.sqlite in the user's data folder, as for the command
// line.
[[nodiscard]] CatalogLocation laboratoryCatalog();

}  // namespace tomocyte
