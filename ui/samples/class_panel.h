// The classes and flags with their keys and counts: legend, filter, and where cells are dropped to change their class.
#pragma once

#include <QTreeWidget>

#include "ui/samples/gallery_model.h"

namespace tomocyte {

class ClassPanel : public QTreeWidget {
  Q_OBJECT
 public:
  explicit ClassPanel(QWidget* parent = nullptr);

  // The rows that the cells of a sample need; the chosen one stays chosen.
  void setCells(const std::vector<CatalogCell>& cells, const DifferentialTable& table);
  // After a review of some of them.
  void count(const std::vector<CatalogCell>& cells);
  [[nodiscard]] GalleryFilter filter() const;
  [[nodiscard]] const std::vector<ClassKey>& classes() const { return classes_; }

 Q_SIGNALS:
  void filterChanged();
  // `cells` was dropped on the class ("" is unidentified).
  void dropped(const std::vector<RecordId>& cells, const std::string& cellClass);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void addRow(char key, const QString& name, const GalleryFilter& filter);
  [[nodiscard]] const GalleryFilter* filterOf(const QTreeWidgetItem* item) const;

  std::vector<ClassKey> classes_;
  std::vector<GalleryFilter> filters_;  // of the rows, in their order
};

}  // namespace tomocyte
