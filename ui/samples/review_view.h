// The cells of one sample to be reviewed: gallery, classes with their keys, undo, progress.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>

#include "ui/samples/gallery_model.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QProgressBar;

namespace tomocyte {

class CatalogThread;
class ClassPanel;
class ReviewHistory;
struct ReviewRequest;
class ScatterCharts;

class ReviewView : public QWidget {
  Q_OBJECT
 public:
  explicit ReviewView(CatalogThread* catalog, QWidget* parent = nullptr);
  ~ReviewView() override;

  // Reads its cells in the background. The same sample again: what others have changed meanwhile; history and selection
  // stay.
  void setSample(const Sample& sample);
  void clear();
  // A new user: nobody takes back what somebody else did, or goes on with another's reading.
  void forgetHistory();
  [[nodiscard]] RecordId sample() const { return sample_.id; }
  // The second reader's own pass over the sample, blind to the review; an open one is gone on with.
  void startReading();
  // Back to the review; the reading stays open.
  void leaveReading();
  // No more calls; says how far it agrees with the review.
  void closeReading();
  [[nodiscard]] bool isReading() const { return reading_ != 0; }
  // The selected cells, first shown first; none selected: none.
  [[nodiscard]] std::vector<RecordId> selected() const;
  [[nodiscard]] GalleryModel& model() const { return *model_; }
  [[nodiscard]] QListView& list() const { return *list_; }
  // False: the filter does not show it, or it is of another sample.
  bool selectCell(RecordId cell);
  void showCommentCount(int comments);
  [[nodiscard]] ScatterCharts& charts() const { return *charts_; }

 Q_SIGNALS:
  // After every review that was stored, and when somebody else has changed the sample.
  void sampleChanged(const Sample& sample);
  // Somebody else was faster, the user may not; how far two readers agree.
  void notice(const QString& what);
  // The reader must not see what others have made of the sample, nor its report.
  void readingChanged(bool reading);
  void openWanted(qlonglong scan, int label);
  void commentsWanted();
  // The one whose class and indices are shown; 0: none.
  void cellChosen(qlonglong cell);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void buildActions();
  [[nodiscard]] QWidget* buildBar();
  void load(bool same);
  void showProgress();
  void askThumbnail(RecordId cell);
  bool press(char key);
  // Stores what `change` makes of each cell's call; the gallery shows it at once.
  void review(const std::vector<RecordId>& cells, const std::function<CellCall(const CellCall&)>& change);
  void store(const std::vector<ReviewRequest>& requests);
  void selectAfter(int row, RecordId wanted);
  void selectRow(int row);
  // The same for the second reader's call.
  void callCells(const std::vector<CatalogCell>& called);
  void setReading(RecordId reading);
  void takeBack(bool redo);
  void stored(const Sample& sample, const std::vector<CatalogCell>& cells, bool canUndo, bool canRedo);
  void showCurrent();

  CatalogThread* catalog_;
  std::shared_ptr<ReviewHistory> history_;  // used in the catalog's thread
  Sample sample_;
  bool loaded_ = false;
  RecordId reading_ = 0;  // 0: the review
  GalleryModel* model_;
  QListView* list_ = nullptr;
  ClassPanel* classes_ = nullptr;
  ScatterCharts* charts_ = nullptr;
  QComboBox* order_ = nullptr;
  QCheckBox* onlyUnreviewed_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QLabel* empty_ = nullptr;
  QLabel* current_ = nullptr;
  QAction* undo_ = nullptr;
  QAction* redo_ = nullptr;
  QAction* secondReading_ = nullptr;
  QAction* closeReading_ = nullptr;
  QAction* comments_ = nullptr;
  QAction* showCharts_ = nullptr;
};

}  // namespace tomocyte
