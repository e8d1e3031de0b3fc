// The positions to scan, and the sample-free place that the background is taken at.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "acquisition/stage.h"

class QListWidget;
class QPushButton;

namespace tomocyte {

class PositionsPanel : public QWidget {
  Q_OBJECT
 public:
  explicit PositionsPanel(QWidget* parent = nullptr);

  [[nodiscard]] const std::vector<StagePosition>& positions() const { return positions_; }
  // Absent: not chosen yet.
  [[nodiscard]] const std::optional<StagePosition>& background() const { return background_; }

  // Where the stage stands now; absent: nowhere to add.
  void setStagePosition(const std::optional<StagePosition>& position);

  void addPositions(const std::vector<StagePosition>& positions);

 Q_SIGNALS:
  void changed();
  void findWanted();
  void moveWanted(const StagePosition& target);
  void homeWanted();

 private:
  void add();
  void remove();
  void setBackground();
  void show();
  void updateState();

  std::optional<StagePosition> here_;
  std::vector<StagePosition> positions_;
  std::optional<StagePosition> background_;
  QListWidget* list_;
  QPushButton* add_;
  QPushButton* remove_;
  QPushButton* backgroundButton_;
  QPushButton* home_;
  QPushButton* find_;
};

}  // namespace tomocyte
