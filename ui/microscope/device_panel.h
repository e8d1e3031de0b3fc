// Every device with its state, and its properties to read and change.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "acquisition/instrument/connected_instrument.h"

class QTimer;
class QTreeWidget;
class QTreeWidgetItem;

namespace tomocyte {

class DeviceThread;

class DevicePanel : public QWidget {
  Q_OBJECT
 public:
  explicit DevicePanel(QWidget* parent = nullptr);

  // A device and the thread that talks to it.
  struct Row {
    ConnectedDevice connected;
    DeviceThread* thread = nullptr;
  };
  void setDevices(std::vector<Row> rows);
  // Asks the devices every second; off while a scan owns them.
  void setPolling(bool on);

 Q_SIGNALS:
  void reconnectWanted(const QString& role);

 private:
  struct Reading {
    DeviceState state = DeviceState::kDisconnected;
    std::vector<Property> properties;
    QString failure;
  };
  [[nodiscard]] static Reading read(const Device& device);
  void poll();
  void show(std::size_t row, const Reading& reading);
  static void showProperty(QTreeWidgetItem& item, const Property& property);
  void change(QTreeWidgetItem* item, int column);

  std::vector<Row> rows_;
  QTreeWidget* tree_;
  QTimer* timer_;
  bool showing_ = false;  // the program, not the user, changes the tree
};

}  // namespace tomocyte
