// What people have remarked on a sample and its cells, and a new remark. It stays open beside the review and follows
// it.
#pragma once

#include <QDialog>
#include <vector>

#include "core/catalog/records.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;

namespace tomocyte {

class CatalogThread;

class CommentsDialog : public QDialog {
  Q_OBJECT
 public:
  CommentsDialog(CatalogThread* catalog, QWidget* parent);

  // Reads its comments. The same sample again: what others have written meanwhile; what is being typed stays.
  void setSample(const Sample& sample);
  // The cell a new comment can be about; 0: none. A comment that is being written stays with its cell.
  void setCell(RecordId cell);
  void clear();
  [[nodiscard]] int count() const { return count_; }

 Q_SIGNALS:
  void countChanged(int count);
  // It is in the catalog; the sample's report changes.
  void added();
  void cellWanted(qlonglong cell);

 private:
  struct Line;
  void add();
  void read();
  void showLines(const std::vector<Line>& lines);
  void followSelection();
  void updateTargets();

  CatalogThread* catalog_;
  Sample sample_;
  RecordId cell_ = 0;      // that a new comment can be about
  RecordId selected_ = 0;  // in the gallery; waits while a comment is being written
  int count_ = 0;
  QLabel* title_;
  QTextBrowser* text_;
  QComboBox* target_;
  QPlainTextEdit* field_;
  QPushButton* add_;
  QLabel* said_;
};

}  // namespace tomocyte
