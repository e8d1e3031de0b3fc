// Asks how large a picture or a turntable movie of the 3D view shall be, draws it beside the GUI thread, and shows how
// far it is. It does not keep the window from being used.
#pragma once

#include <QDialog>

#include "ui/viewer/turntable.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace tomocyte {

class BackgroundJob;

class PictureDialog : public QDialog {
  Q_OBJECT
 public:
  PictureDialog(VolumeSubject subject, QSize canvas, QWidget* parent = nullptr);
  ~PictureDialog() override;

  // As asked for in the dialog; for a picture `path` is a PNG.
  void write(const std::filesystem::path& path);
  void setMovie(bool movie);
  [[nodiscard]] bool busy() const;

 Q_SIGNALS:
  void written(const QString& path);

 private:
  void choosePath();
  void updateState();

  VolumeSubject subject_;
  BackgroundJob* job_;
  QSpinBox* width_;
  QSpinBox* height_;
  QCheckBox* movie_;
  QSpinBox* frames_;
  QSpinBox* rate_;
  QLabel* hint_;
  QLabel* state_;
  QProgressBar* progress_;
  QPushButton* write_;
  QPushButton* cancel_;
};

}  // namespace tomocyte
