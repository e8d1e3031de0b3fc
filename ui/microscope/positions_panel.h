// The positions to scan, and the sample-free place that the background is taken at.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "acquisition/stage.h"

class QListWidget;
class QPushButton;
class QUndoStack;

namespace tomocyte {

// Every change can be undone; what stands on the list is remembered from session to session.
class PositionsPanel : public QWidget {
  Q_OBJECT
 public:
  struct Places {
    std::vector<StagePosition> positions;
    std::optional<StagePosition> background;  // absent: not chosen yet
  };

  explicit PositionsPanel(QWidget* parent = nullptr);

  [[nodiscard]] const std::vector<StagePosition>& positions() const { return places_.positions; }
  [[nodiscard]] const std::optional<StagePosition>& background() const { return places_.background; }

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
  // `what` names the change in the undo list.
  void change(const QString& what, Places places);
  void show(const Places& places);
  void updateState();

  std::optional<StagePosition> here_;
  Places places_;
  QUndoStack* undo_;
  QListWidget* list_;
  QPushButton* add_;
  QPushButton* remove_;
  QPushButton* backgroundButton_;
  QPushButton* home_;
  QPushButton* find_;
};

}  // namespace tomocyte
