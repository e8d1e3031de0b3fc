// The report of the sample beside its gallery, as it would be signed now; signing and export.
#pragma once

#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <optional>

#include "app/workflow/sample_report.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;

namespace tomocyte {

class BackgroundJob;
class CatalogThread;
struct LaboratorySettings;
struct ReportFormat;

class ReportPanel : public QWidget {
  Q_OBJECT
 public:
  ReportPanel(CatalogThread* catalog, BackgroundJob* job, QWidget* parent = nullptr);

  // Made anew a moment after the last change.
  void setSample(const Sample& sample);
  void clear();
  void setUser(const std::optional<User>& user);
  // What the panel shows; null: none yet.
  [[nodiscard]] const std::shared_ptr<const SampleReport>& report() const { return report_; }
  // An earlier signed version instead of the sample as it stands (0).
  void showVersion(int version);
  // In the background job, which must not be busy.
  void exportTo(const std::filesystem::path& path, const ReportFormat& format);

 Q_SIGNALS:
  void signedNow(const Sample& sample);
  // A signed report is to go to the laboratory's system: it was signed just now, or somebody asks for it.
  void deliveryWanted(const tomocyte::Report& report);
  void refused(const QString& what);
  void message(const QString& text);

 private:
  struct Made;
  void build();
  void make();
  void showReport(const Made& made);
  void listVersions(const std::vector<CatalogSignOff>& versions);
  void sign();
  void chooseExport();
  void updateButtons();

  CatalogThread* catalog_;
  BackgroundJob* job_;
  QTimer soon_;
  Sample sample_;
  std::optional<User> user_;
  std::shared_ptr<const SampleReport> report_;
  std::shared_ptr<const LaboratorySettings> settings_;  // that it was made with
  int chosenVersion_ = 0;                               // 0: as the sample stands
  QComboBox* versions_ = nullptr;
  QPushButton* deliver_ = nullptr;
  QLabel* status_ = nullptr;
  QTextBrowser* pages_ = nullptr;
  QPushButton* sign_ = nullptr;
  QPushButton* export_ = nullptr;
};

}  // namespace tomocyte
