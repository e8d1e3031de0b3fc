// Options of the three stages as forms, and what is known about the scan.
#pragma once

#include <QTabWidget>
#include <memory>

#include "app/workflow/workflow.h"
#include "core/scan.h"

class QLabel;

namespace tomocyte {

class ConvergencePlot;
class ModelPanel;
class OptionForm;

class SidePanel : public QTabWidget {
  Q_OBJECT
 public:
  // `options` must outlive the panel; the forms write into it.
  explicit SidePanel(MainJobOptions& options, QWidget* parent = nullptr);

  void setScan(const Scan* scan);
  // After `options` was changed elsewhere.
  void refresh();

  [[nodiscard]] ModelPanel& models() const { return *models_; }

 Q_SIGNALS:
  void simulationEdited();

 private:
  OptionForm* simulation_;
  OptionForm* reconstruction_;
  OptionForm* measurement_;
  ModelPanel* models_;
  ConvergencePlot* convergence_;
  QLabel* facts_;
};

}  // namespace tomocyte
