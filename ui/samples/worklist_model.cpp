#include "ui/samples/worklist_model.h"

#include <QColor>
#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "ui/theme.h"

namespace tomocyte {
namespace {

// Told by the word too, for those who do not see the colour.
QColor colourOf(SampleState state) {
  switch (state) {
    case SampleState::kToAcquire:
      return theme().faint;
    case SampleState::kToReview:
      return theme().warning;
    case SampleState::kToSign:
      return theme().accent;
    case SampleState::kDone:
      break;
  }
  return {0x00, 0xb8, 0x8d};  // Okabe-Ito bluish green, brighter on a dark ground
}

QString stateText(const Sample& sample) {
  static constexpr const char* kStates[] = {
      QT_TRANSLATE_NOOP("worklist_model", "to acquire"), QT_TRANSLATE_NOOP("worklist_model", "to review"),
      QT_TRANSLATE_NOOP("worklist_model", "to sign"), QT_TRANSLATE_NOOP("worklist_model", "done")};
  QString text =
      QStringLiteral("● ") + QCoreApplication::translate("worklist_model", kStates[static_cast<int>(sample.state)]);
  if (sample.signed_version > 1 || (sample.signed_version > 0 && sample.state != SampleState::kDone))
    text += QCoreApplication::translate("worklist_model", " (version %1 signed)").arg(sample.signed_version);
  return text;
}

QString reviewedText(const SampleCounts& counts) {
  if (counts.cells == 0) return QStringLiteral("–");
  return QCoreApplication::translate("worklist_model", "%1 of %2").arg(counts.reviewed).arg(counts.cells);
}

QString localTime(const std::string& utc) {
  return QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime().toString("yyyy-MM-dd HH:mm");
}

}  // namespace

void WorklistModel::setSamples(std::vector<Sample> samples, QMap<qlonglong, QString> problems) {
  beginResetModel();
  samples_ = std::move(samples);
  problems_ = std::move(problems);
  endResetModel();
}

void WorklistModel::replace(const Sample& sample) {
  const int row = rowOf(sample.id);
  if (row < 0) return;
  samples_[static_cast<std::size_t>(row)] = sample;
  Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
}

const Sample* WorklistModel::sampleAt(int row) const {
  return row < 0 || row >= rowCount() ? nullptr : &samples_[static_cast<std::size_t>(row)];
}

int WorklistModel::rowOf(RecordId sample) const {
  const auto found = std::ranges::find(samples_, sample, &Sample::id);
  return found == samples_.end() ? -1 : static_cast<int>(found - samples_.begin());
}

int WorklistModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(samples_.size());
}

int WorklistModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant WorklistModel::data(const QModelIndex& index, int role) const {
  const Sample* sample = sampleAt(index.row());
  if (!sample) return {};
  const QString problem = problems_.value(sample->id);
  if (role == Qt::ForegroundRole && index.column() == kState) return colourOf(sample->state);
  if (role == Qt::ToolTipRole) return problem;
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case kSample:
      return QString::fromStdString(sample->sample_id) + (sample->simulated ? "  [SIMULATED]" : "") +
             (problem.isEmpty() ? "" : "  ⚠");
    case kState:
      return stateText(*sample);
    case kReviewed:
      return reviewedText(sample->counts);
    case kReceived:
      return localTime(sample->received_utc);
    default:
      return QString::fromStdString(sample->donor_id);
  }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  static constexpr const char* kNames[kColumns] = {QT_TR_NOOP("Sample"), QT_TR_NOOP("State"),
                                                   QT_TR_NOOP("Cells reviewed"), QT_TR_NOOP("Received"),
                                                   QT_TR_NOOP("Donor")};
  return tr(kNames[section]);
}

}  // namespace tomocyte
