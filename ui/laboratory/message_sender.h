// Hands signed reports over to the laboratory's system in the background, through the queue that the laboratory has
// set: one thread, which holds the queue only while it works with it.
#pragma once

#include <QObject>
#include <QString>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/report/delivery_settings.h"
#include "core/report/loinc_table.h"

namespace tomocyte {

struct LaboratorySettings;
struct Report;

// As it was when the queue was last looked at.
struct QueueState {
  DeliverySettings settings;
  std::vector<QueuedMessage> waiting;  // oldest first
  std::vector<QueuedMessage> sent;     // the newest of them, oldest first
  std::vector<QueuedMessage> dead;
  int unplaced = 0;  // reports that are not in the queue yet
  QString problem;   // why the queue could not be used; empty: it could
};

class MessageSender : public QObject {
  Q_OBJECT
 public:
  explicit MessageSender(QObject* parent = nullptr);
  // Waits for a message that is being handed over. What is not in the queue yet is put in, if it is free now; what
  // waits in it stays there for the next start.
  ~MessageSender() override;

  // From now on; what waits is tried.
  void configure(const LaboratorySettings& settings);
  // Nothing happens while no delivery is set, or when the report was there before. What the message cannot say is told
  // as the state's problem.
  void put(const Report& report);
  // Everything that waits is tried now.
  void sendNow();
  // A dead one waits again.
  void revive(const std::string& controlId);
  [[nodiscard]] const QueueState& state() const { return state_; }

 Q_SIGNALS:
  void changed(const tomocyte::QueueState& state);

 private:
  struct Unplaced {
    Hl7Message message;
    std::string report;
  };
  using Command = std::function<void(OutboundQueue&, std::int64_t nowS)>;
  void command(Command does);
  void work(const std::stop_token& ended);
  void pass();
  void place(OutboundQueue& queue, std::int64_t nowS);
  void tell(QueueState state);

  QueueState state_;  // of the GUI thread
  DeliverySettings delivery_;
  LoincTable loinc_;

  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool woken_ = false;             // guarded by mutex_, as the next three
  DeliverySettings next_;          // of the next pass
  std::deque<Unplaced> unplaced_;  // until they are in the queue
  std::deque<Command> commands_;
  QueueState last_;  // of the thread alone: what is shown while another program holds the queue
  std::jthread thread_;
};

}  // namespace tomocyte
