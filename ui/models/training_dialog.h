// Training of a network on the user's own annotated scans, in the background: the dialog stays open beside the window,
// shows the learning curves and can be cancelled; the same choices go on where a training was stopped.
#pragma once

#include <QDialog>
#include <filesystem>

#include "app/workflow/train_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tomocyte {

class BackgroundJob;
class LearningCurveView;

class TrainingDialog : public QDialog {
  Q_OBJECT
 public:
  explicit TrainingDialog(const ComputeDevice& device, QWidget* parent = nullptr);
  ~TrainingDialog() override;

 Q_SIGNALS:
  void trained(const std::filesystem::path& model);

 protected:
  // A training that runs is not thrown away by Escape: it asks.
  void reject() override;

 private:
  void build();
  QWidget* buildOptions();
  QWidget* buildFolderRow(QLineEdit*& edit, const QString& title);
  void start();
  void finish(const TrainedModel& model);
  void updateState();

  TrainingJob job_;
  BackgroundJob* background_;
  QLineEdit* source_;
  QLineEdit* output_;
  QComboBox* task_;
  QWidget* options_;
  LearningCurveView* curves_;
  QProgressBar* progress_;
  QLabel* status_;
  QPushButton* start_;
  QPushButton* cancel_;
};

}  // namespace tomocyte
