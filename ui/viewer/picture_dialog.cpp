#include "ui/viewer/picture_dialog.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include "ui/background_job.h"

namespace tomocyte {
namespace {

QSpinBox* number(int low, int high, int value, const QString& unit) {
  auto* box = new QSpinBox;
  box->setRange(low, high);
  box->setValue(value);
  box->setSuffix(unit);
  return box;
}

}  // namespace

PictureDialog::PictureDialog(VolumeSubject subject, QSize canvas, QWidget* parent)
    : QDialog(parent), subject_(std::move(subject)), job_(new BackgroundJob(this)) {
  setWindowTitle(tr("Picture or movie of the 3D view"));
  width_ = number(64, 4096, std::max(canvas.width(), 64), tr(" pixels"));
  height_ = number(64, 4096, std::max(canvas.height(), 64), tr(" pixels"));
  movie_ = new QCheckBox(tr("Turntable: one whole turn"));
  frames_ = number(2, 3600, TurntableOptions{}.frames, tr(" frames"));
  rate_ = number(1, 120, static_cast<int>(TurntableOptions{}.rate), tr(" frames per second"));
  hint_ = new QLabel;
  hint_->setWordWrap(true);
  state_ = new QLabel;
  state_->setWordWrap(true);
  progress_ = new QProgressBar;
  progress_->setRange(0, 1000);
  progress_->hide();
  write_ = new QPushButton(tr("Write…"));
  cancel_ = new QPushButton(tr("Close"));
  state_->setMinimumHeight(3 * fontMetrics().height());  // an error with its remedy
  auto* form = new QFormLayout(this);
  setMinimumSize(460, 330);
  form->addRow(tr("Width"), width_);
  form->addRow(tr("Height"), height_);
  form->addRow(movie_);
  form->addRow(tr("Length"), frames_);
  form->addRow(tr("Speed (MP4)"), rate_);
  form->addRow(hint_);
  form->addRow(state_);
  form->addRow(progress_);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(write_);
  buttons->addWidget(cancel_);
  form->addRow(buttons);
  connect(movie_, &QCheckBox::toggled, this, &PictureDialog::updateState);
  connect(write_, &QPushButton::clicked, this, &PictureDialog::choosePath);
  connect(cancel_, &QPushButton::clicked, this, [this] { job_->busy() ? job_->cancel() : reject(); });
  connect(job_, &BackgroundJob::progressed, this,
          [this](double fraction) { progress_->setValue(static_cast<int>(1000.0 * fraction)); });
  connect(job_, &BackgroundJob::failed, this,
          [this](const QString& what, const QString& remedy) { state_->setText(QString("%1 %2").arg(what, remedy)); });
  connect(job_, &BackgroundJob::cancelled, this, [this] { state_->setText(tr("Cancelled; nothing was written.")); });
  connect(job_, &BackgroundJob::ended, this, &PictureDialog::updateState);
  updateState();
}

PictureDialog::~PictureDialog() = default;

bool PictureDialog::busy() const { return job_->busy(); }

void PictureDialog::setMovie(bool movie) { movie_->setChecked(movie); }

void PictureDialog::updateState() {
  const bool movie = movie_->isChecked();
  for (QWidget* widget : std::initializer_list<QWidget*>{width_, height_, movie_, write_})
    widget->setEnabled(!job_->busy());
  frames_->setEnabled(movie && !job_->busy());
  rate_->setEnabled(movie && !job_->busy() && canWriteMovies());
  progress_->setVisible(job_->busy());
  cancel_->setText(job_->busy() ? tr("Cancel") : tr("Close"));
  hint_->setText(
      !movie ? tr("PNG with scale bar, colour bar and sample id, as the view is now.")
      : canWriteMovies()
          ? tr("A name that ends in .mp4 becomes a movie; any other a folder of PNG frames.")
          : tr("A new folder of PNG frames. For MP4 the program ffmpeg must be installed on this computer."));
}

void PictureDialog::choosePath() {
  const QString folder = QSettings().value("folder", QString()).toString();
  const bool movie = movie_->isChecked();
  QString path = QFileDialog::getSaveFileName(this, windowTitle(),
                                              folder + (!movie             ? "/view.png"
                                                        : canWriteMovies() ? "/turntable.mp4"
                                                                           : "/turntable"),
                                              !movie             ? tr("PNG (*.png)")
                                              : canWriteMovies() ? tr("Movie (*.mp4);;Folder of frames (*)")
                                                                 : tr("Folder of frames (*)"));
  if (path.isEmpty()) return;
  if (!movie && !path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive)) path += QStringLiteral(".png");
  write(path.toStdString());
}

void PictureDialog::write(const std::filesystem::path& path) {
  if (job_->busy()) return;
  TurntableOptions options;
  options.width = width_->value();
  options.height = height_->value();
  options.frames = frames_->value();
  options.rate = rate_->value();
  progress_->setValue(0);
  state_->clear();
  job_->start(windowTitle(),
              [this, subject = subject_, movie = movie_->isChecked(), path, options](const Progress& progress) {
                if (movie)
                  write_turntable(subject, path, options, progress);
                else
                  write_volume_picture(subject, path, options.width, options.height);
                return [this, path] {
                  const QString name = QString::fromStdString(path.string());
                  state_->setText(tr("Written to %1").arg(name));
                  Q_EMIT written(name);
                };
              });
  updateState();
}

}  // namespace tomocyte
