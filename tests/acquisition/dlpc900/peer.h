// A controller in this process, for the tests: takes reports apart byte by byte as the guide describes them, keeps the
// state a DLPC900 keeps, shows what its mirrors would do, and fails as scripted. Shares no code with the driver.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "acquisition/dlpc900/hid_transport.h"
#include "tests/acquisition/dlpc900/peer_image.h"

class Peer {
 public:
  using Bytes = std::vector<std::uint8_t>;
  struct Entry {
    unsigned exposure_us = 0;
    unsigned dark_us = 0;
    bool clear = false;
    bool waits = false;
    bool pulse = false;  // on trigger output 2
    int depth = 0;
    int led = 0;
    int image = 0;
    int bit = 0;
  };

  // The state of the controller, for the tests to look at and to spoil.
  int mode = 1;
  int power = 0;
  bool running = false;
  int hardware_status = 0x01;
  int dmd = 1;
  int last_error = 0;
  std::string description = "scripted";
  std::vector<Entry> table;  // effective entries
  std::vector<int> order;    // in which they are shown
  unsigned patterns_to_show = 0;
  std::map<int, PeerImage> images;
  std::map<int, Bytes> settings;  // raw bytes of the trigger commands, by opcode
  std::vector<int> log;           // opcodes in the order in which they came
  std::vector<std::string> violations;

  // Scripts.
  std::map<int, int> refuse;                       // opcode -> error code
  std::map<int, std::function<void(int)>> before;  // opcode -> called with its how-manieth time, from 1
  bool unplugged = false;
  bool silent = false;
  bool wrong_sequence = false;
  int report_bytes = 64;     // of what is sent back
  int empty_answers = 0;     // to reads, before a real one
  int stale_replies = 0;     // queued before every reply
  int polls_until_stop = 0;  // main status still says running so often; < 0: for ever
  int polls_until_mode = 0;
  int polls_until_awake = 0;

  void reset();  // as after a power failure: stored patterns, nothing of ours left
  void take(const tomocyte::dlpc900::Report& report);
  std::size_t give(tomocyte::dlpc900::Report& report);
  // Which mirrors are on in the n-th shown pattern, row by row.
  [[nodiscard]] std::vector<std::uint8_t> mirrors(std::size_t shown) const;
  [[nodiscard]] const Entry& entry(std::size_t shown) const;
  [[nodiscard]] int count(int opcode) const;

 private:
  void handle(int flags, int sequence, int opcode, const Bytes& data);
  int execute(int opcode, const Bytes& data, bool reply);
  bool read(int opcode, Bytes& data);
  int define(const Bytes& data);
  int configure(const Bytes& data);
  int reorder(const Bytes& data);
  int begin_image(const Bytes& data);
  int load(const Bytes& data, bool reply);
  int control(const Bytes& data);
  void answer(int flags, int sequence, const Bytes& data);

  Bytes incoming_;
  std::size_t expected_ = 0;
  std::deque<Bytes> outgoing_;
  std::map<int, Entry> definitions_;
  int loading_ = -1;
  std::size_t loading_bytes_ = 0;
  Bytes loaded_;
  int next_image_ = -1;  // that the reverse order demands
};

// The driver's end of the cable.
class PeerCable final : public tomocyte::dlpc900::HidTransport {
 public:
  explicit PeerCable(Peer& peer) : peer_(peer) {}
  [[nodiscard]] std::string serial() const override { return "LCR1"; }
  void send(const tomocyte::dlpc900::Report& report) override { peer_.take(report); }
  [[nodiscard]] std::size_t receive(tomocyte::dlpc900::Report& report, std::chrono::milliseconds) override {
    return peer_.give(report);
  }

 private:
  Peer& peer_;
};
