#include "ui/viewer/turntable.h"

#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdlib>

#include "core/error.h"
#include "core/files/atomic_file.h"
#include "ui/display.h"
#include "ui/headless.h"
#include "ui/viewer/volume_picture.h"
#include "ui/viewer/volume_sheet.h"

namespace tomocyte {
namespace {

constexpr int kWaitMs = 100;

void refuseEmpty(const VolumeSubject& subject) {
  if (!subject.scan || !subject.scan->tomogram)
    throw InputError("the scan holds no tomogram to draw", "Reconstruct it first.");
}

std::unique_ptr<VolumePicture> pictureOf(const VolumeSubject& subject, int width, int height) {
  refuseEmpty(subject);
  ensureApplication();
  ensureDisplay();
  auto picture = std::make_unique<VolumePicture>(subject.scan, subject.look, width, height);
  picture->scene().lookFrom(VolumeScene::Direction::oblique, subject.cell);
  if (subject.pose) picture->scene().setPose(*subject.pose);
  return picture;
}

QImage labelled(VolumePicture& picture, const VolumeSubject& subject) {
  return labelledFrame(picture.frame(), *subject.scan, subject.look, picture.scene().heightUm());
}

void save(const QImage& image, const std::filesystem::path& path) {
  AtomicFile file(path, static_cast<std::uintmax_t>(image.sizeInBytes()));
  if (!image.save(QString::fromStdString(file.temporary().string()), "PNG"))
    throw FileError(path, "the picture could not be written",
                    "Check the free space and the permissions of the folder.");
  file.commit();
}

std::filesystem::path frameName(const std::filesystem::path& folder, int frame) {
  return folder / QStringLiteral("frame-%1.png").arg(frame, 4, 10, QChar('0')).toStdString();
}

void writeFrames(const VolumeSubject& subject, const std::filesystem::path& folder, const TurntableOptions& options,
                 const Progress& progress) {
  const auto picture = pictureOf(subject, options.width, options.height);
  if (!subject.pose) {  // room for what comes nearer to the edge while it turns
    CameraPose pose = picture->scene().pose();
    pose.height_um *= 1.3;
    picture->scene().setPose(pose);
  }
  for (int frame = 0; frame < options.frames; ++frame) {
    progress.report(static_cast<double>(frame) / options.frames);
    save(labelled(*picture, subject), frameName(folder, frame + 1));
    picture->scene().turn(360.0 / options.frames);
  }
}

// Written under another name first: a half-written movie would play, too short.
void encode(const std::filesystem::path& frames, const std::filesystem::path& path, const TurntableOptions& options,
            const Progress& progress) {
  AtomicFile file(path, 0);
  QProcess ffmpeg;
  ffmpeg.setProcessChannelMode(QProcess::MergedChannels);
  ffmpeg.start(QStringLiteral("ffmpeg"),
               {"-nostdin", "-y", "-loglevel", "error", "-framerate", QString::number(options.rate), "-i",
                QString::fromStdString((frames / "frame-%04d.png").string()), "-pix_fmt", "yuv420p", "-movflags",
                "+faststart", "-f", "mp4", QString::fromStdString(file.temporary().string())});
  if (!ffmpeg.waitForStarted())
    throw DeviceError("the program ffmpeg could not be started", "Install it, or write the frames as PNG.");
  while (!ffmpeg.waitForFinished(kWaitMs) && ffmpeg.state() != QProcess::NotRunning) try {
      progress.report(0.5);
    } catch (const Cancelled&) {
      ffmpeg.kill();
      ffmpeg.waitForFinished();
      throw;
    }
  if (ffmpeg.exitStatus() != QProcess::NormalExit || ffmpeg.exitCode() != 0)
    throw FileError(path, "ffmpeg could not make the movie: " + ffmpeg.readAll().trimmed().left(300).toStdString(),
                    "Write the frames as PNG instead.");
  file.commit();
}

// A folder of its own: what lies there already is somebody's.
void refuseFull(const std::filesystem::path& folder) {
  std::error_code unknown;
  if (std::filesystem::exists(folder, unknown) &&
      !(std::filesystem::is_directory(folder, unknown) && std::filesystem::is_empty(folder, unknown)))
    throw FileError(folder, "is there already", "Choose a new or an empty folder for the frames.");
}

}  // namespace

template <>
const OptionTable<TurntableOptions>& option_table<TurntableOptions>() {
  using O = TurntableOptions;
  static const OptionTable<O> table = {
      {&O::width, "frame-width", "pixels", "width of a frame", 64, 4096, {}},
      {&O::height, "frame-height", "pixels", "height of a frame", 64, 4096, {}},
      {&O::frames, "frames", "", "frames of one whole turn", 2, 3600, {}},
      {&O::rate, "rate", "1/s", "frames per second of the movie", 1.0, 120.0, {}},
  };
  return table;
}

bool canWriteMovies() { return !QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty(); }

void write_volume_picture(const VolumeSubject& subject, const std::filesystem::path& path, int width, int height) {
  check_writable(path);
  const auto picture = pictureOf(subject, width, height);
  save(labelled(*picture, subject), path);
}

void write_turntable(const VolumeSubject& subject, const std::filesystem::path& path, const TurntableOptions& given,
                     const Progress& progress) {
  validate_options(given);
  refuseEmpty(subject);
  TurntableOptions options = given;
  const std::string drawing = QCoreApplication::translate("turntable", "Drawing").toStdString();
  if (path.extension() == ".mp4") {
    if (!canWriteMovies())
      throw DeviceError("a movie needs the program ffmpeg, which is not installed",
                        "Install it (apt-get install ffmpeg), or name a folder: the frames are written as PNG.");
    check_writable(path);
    options.width += options.width % 2;  // the movie's colours come in blocks of two by two pixels
    options.height += options.height % 2;
    const QTemporaryDir frames;
    if (!frames.isValid()) throw FileError(path, "there is no room for the frames", frames.errorString().toStdString());
    writeFrames(subject, frames.path().toStdString(), options, progress.part(0.0, 0.9, drawing));
    const std::string making = QCoreApplication::translate("turntable", "Making the movie").toStdString();
    return encode(frames.path().toStdString(), path, options, progress.part(0.9, 1.0, making));
  }
  refuseFull(path);
  std::error_code failure;
  const bool own = std::filesystem::create_directory(path, failure);
  if (failure) throw FileError(path, "the folder could not be made: " + failure.message(), "Choose another place.");
  try {
    writeFrames(subject, path, options, progress.part(0.0, 1.0, drawing));
  } catch (...) {
    std::error_code ignored;
    for (int frame = 1; frame <= options.frames; ++frame) std::filesystem::remove(frameName(path, frame), ignored);
    if (own) std::filesystem::remove(path, ignored);
    throw;
  }
}

}  // namespace tomocyte
