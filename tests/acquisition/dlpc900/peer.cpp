#include "tests/acquisition/dlpc900/peer.h"

#include <algorithm>

#include "core/error.h"

namespace {

unsigned number(const Peer::Bytes& data, std::size_t at, std::size_t bytes) {
  unsigned value = 0;
  for (std::size_t i = bytes; i-- > 0;) value = value * 256 + data.at(at + i);
  return value;
}

}  // namespace

void Peer::reset() {
  mode = 1;
  running = true;  // the stored start-up pattern
  table.clear();
  order.clear();
  definitions_.clear();
  images.clear();
  loading_ = -1;
}

void Peer::take(const tomocyte::dlpc900::Report& report) {
  if (unplugged) throw tomocyte::DeviceError("the peer was unplugged");
  incoming_.insert(incoming_.end(), report.begin(), report.end());
  if (expected_ == 0) expected_ = 4 + number(incoming_, 2, 2);
  if (incoming_.size() < expected_) return;
  const Bytes message(incoming_.begin(), incoming_.begin() + static_cast<std::ptrdiff_t>(expected_));
  if (!std::all_of(incoming_.begin() + static_cast<std::ptrdiff_t>(expected_), incoming_.end(),
                   [](std::uint8_t byte) { return byte == 0; }))
    violations.emplace_back("a report is not padded with zeros");
  if (expected_ > 512) violations.emplace_back("a command is longer than 512 bytes");
  incoming_.clear();
  expected_ = 0;
  handle(message[0], message[1], static_cast<int>(number(message, 4, 2)), {message.begin() + 6, message.end()});
}

std::size_t Peer::give(tomocyte::dlpc900::Report& report) {
  if (unplugged) throw tomocyte::DeviceError("the peer was unplugged");
  if (outgoing_.empty()) return 0;
  std::copy(outgoing_.front().begin(), outgoing_.front().end(), report.begin());
  outgoing_.pop_front();
  return static_cast<std::size_t>(report_bytes);
}

void Peer::handle(int flags, int sequence, int opcode, const Bytes& data) {
  log.push_back(opcode);
  if (const auto hook = before.find(opcode); hook != before.end()) hook->second(count(opcode));
  if (unplugged || silent) return;
  const bool reads = (flags & 0x80) != 0;
  const bool replies = (flags & 0x40) != 0;
  Bytes result;
  if (reads && empty_answers > 0) {
    --empty_answers;
    return answer(flags, sequence, {});
  }
  if (reads && (opcode == 0x0100 || opcode == 0x0101)) {
    const bool known = refuse.count(opcode) == 0 && read(opcode, result);
    return answer(known ? flags : flags | 0x20, sequence, result);
  }
  if (const auto scripted = refuse.find(opcode); scripted != refuse.end())
    last_error = scripted->second;
  else if (reads)
    last_error = read(opcode, result) ? 0 : 3;
  else
    last_error = execute(opcode, data, replies);
  if (replies) answer(last_error == 0 ? flags : flags | 0x20, sequence, result);
}

void Peer::answer(int flags, int sequence, const Bytes& data) {
  const auto queue = [&](int number_sent, const Bytes& content) {
    Bytes message{static_cast<std::uint8_t>(flags), static_cast<std::uint8_t>(number_sent),
                  static_cast<std::uint8_t>(content.size() % 256), static_cast<std::uint8_t>(content.size() / 256)};
    message.insert(message.end(), content.begin(), content.end());
    message.resize((message.size() + 63) / 64 * 64, 0);
    for (auto at = message.begin(); at != message.end(); at += 64) outgoing_.emplace_back(at, at + 64);
  };
  for (int i = 0; i < stale_replies; ++i) queue(sequence + 100 + i, {0xEE});
  queue(wrong_sequence ? sequence + 1 : sequence, data);
}

bool Peer::read(int opcode, Bytes& data) {
  switch (opcode) {
    case 0x0100:
      data = {static_cast<std::uint8_t>(last_error)};
      return true;
    case 0x0101:
      data.assign(128, 'x');  // remains of longer descriptions after the terminating zero
      std::copy(description.begin(), description.end(), data.begin());
      data[description.size()] = 0;
      return true;
    case 0x0200:
      if (power == 0 && polls_until_awake > 0) --polls_until_awake;
      data = {static_cast<std::uint8_t>(power)};
      return true;
    case 0x0205:
      data = {2, 1, 3, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};  // 6.3.258
      return true;
    case 0x0206:
      data = {static_cast<std::uint8_t>(dmd), 'F', 'L', 'Q', 0};
      data.resize(33, 0);
      return true;
    case 0x1A0A:
      data = {static_cast<std::uint8_t>(hardware_status)};
      return true;
    case 0x1A0C: {
      const bool moves = running || polls_until_stop != 0;
      if (!running && polls_until_stop > 0) --polls_until_stop;
      const bool parked = power == 1 || polls_until_awake > 0;
      data = {static_cast<std::uint8_t>((parked ? 1 : 0) + (moves ? 2 : 0))};
      return true;
    }
    case 0x1A1B:
      data = {static_cast<std::uint8_t>(polls_until_mode > 0 ? 0 : mode)};
      if (polls_until_mode > 0) --polls_until_mode;
      return true;
    case 0x1A31:
      data = {static_cast<std::uint8_t>(table.size() % 256), static_cast<std::uint8_t>(table.size() / 256)};
      for (int i = 0; i < 4; ++i) data.push_back(static_cast<std::uint8_t>(patterns_to_show >> 8 * i & 255U));
      return true;
    default:
      return false;
  }
}

// The error code of the command.
int Peer::execute(int opcode, const Bytes& data, bool reply) {
  switch (opcode) {
    case 0x0200:
      power = data.at(0);
      if (power == 1) reset();
      running = false;
      return 0;
    case 0x1A1B:
      if (running) violations.emplace_back("mode changed while a sequence runs");
      mode = data.at(0);
      return 0;
    case 0x1A1D:
    case 0x1A1E:
    case 0x1A35:
    case 0x1A36:
      if (running) violations.emplace_back("triggers changed while a sequence runs");
      settings[opcode] = data;
      return 0;
    case 0x1A24:
      return control(data);
    case 0x1A2A:
      return begin_image(data);
    case 0x1A2B:
      return load(data, reply);
    case 0x1A31:
      return configure(data);
    case 0x1A32:
      return reorder(data);
    case 0x1A34:
      return define(data);
    default:
      return 3;
  }
}

int Peer::define(const Bytes& data) {
  if (mode != 3) return 5;
  if (data.size() != 12) return 6;
  Entry entry;
  const unsigned index = number(data, 0, 2);
  entry.exposure_us = number(data, 2, 3);
  entry.clear = (data[5] & 1) != 0;
  entry.depth = (data[5] >> 1 & 7) + 1;
  entry.led = data[5] >> 4 & 7;
  entry.waits = (data[5] & 128) != 0;
  entry.dark_us = number(data, 6, 3);
  entry.pulse = (data[9] & 1) == 0;
  entry.image = static_cast<int>(number(data, 10, 2) % 2048);
  entry.bit = data[11] >> 3;
  if (index >= 400) return 15;
  if (entry.exposure_us < 105) return 14;
  if (entry.bit > 23 || entry.image > 17) return 10;
  definitions_[static_cast<int>(index)] = entry;
  return 0;
}

int Peer::configure(const Bytes& data) {
  if (running || mode != 3) return 5;
  const unsigned entries = number(data, 0, 2);
  if (data.size() != 6 || entries < 1 || entries > 400) return 6;
  std::vector<Entry> wanted;
  for (unsigned i = 0; i < entries; ++i) {
    const auto found = definitions_.find(static_cast<int>(i));
    if (found == definitions_.end()) return 16;
    wanted.push_back(found->second);
  }
  // The guide: load the images again when the number of entries, their images or their bits change.
  const auto same = [](const Entry& a, const Entry& b) { return a.image == b.image && a.bit == b.bit; };
  if (!std::equal(wanted.begin(), wanted.end(), table.begin(), table.end(), same)) images.clear();
  table = wanted;
  order.clear();
  for (unsigned i = 0; i < entries; ++i) order.push_back(static_cast<int>(i));
  patterns_to_show = number(data, 2, 4);
  next_image_ = table.back().image;
  return 0;
}

int Peer::reorder(const Bytes& data) {
  if (running || mode != 3) return 5;
  const unsigned entries = number(data, 0, 2);
  if (data.size() != 6 + 2 * entries || entries == 0) return 6;
  std::vector<int> wanted;
  for (unsigned i = 0; i < entries; ++i) {
    wanted.push_back(static_cast<int>(number(data, 6 + 2 * i, 2)));
    if (wanted.back() >= static_cast<int>(table.size())) return 7;
  }
  order = wanted;
  patterns_to_show = number(data, 2, 4);
  return 0;
}

int Peer::begin_image(const Bytes& data) {
  if (mode != 3) return 5;
  loading_ = static_cast<int>(number(data, 0, 2));
  loading_bytes_ = number(data, 2, 4);
  loaded_.clear();
  if (loading_ != next_image_) violations.emplace_back("images are not loaded in reverse order");
  next_image_ = loading_ - 1;
  return 0;
}

int Peer::load(const Bytes& data, bool reply) {
  if (mode != 3 || loading_ < 0) return 5;
  if (reply) violations.emplace_back("an acknowledgement was asked for amid image data");
  const unsigned chunk = number(data, 0, 2);
  if (chunk + 2 != data.size() || chunk > 504) return 6;
  loaded_.insert(loaded_.end(), data.begin() + 2, data.end());
  if (loaded_.size() > loading_bytes_) return 8;
  if (loaded_.size() < loading_bytes_) return 0;
  try {
    images[loading_] = decode_peer_image(loaded_);
  } catch (const std::exception& error) {
    violations.emplace_back(error.what());
    return 9;
  }
  loading_ = -1;
  return 0;
}

int Peer::control(const Bytes& data) {
  if (data.at(0) == 0) {
    running = false;
    return 0;
  }
  if (data.at(0) != 2) return 6;
  for (const int index : order)
    if (images.count(table[static_cast<std::size_t>(index)].image) == 0) return 7;
  if (order.empty()) return 7;
  running = true;
  return 0;
}

const Peer::Entry& Peer::entry(std::size_t shown) const { return table.at(static_cast<std::size_t>(order.at(shown))); }

std::vector<std::uint8_t> Peer::mirrors(std::size_t shown) const {
  const Entry& what = entry(shown);
  const PeerImage& image = images.at(what.image);
  std::vector<std::uint8_t> result;
  result.reserve(image.pixels.size());
  for (const std::uint32_t pixel : image.pixels) result.push_back(static_cast<std::uint8_t>(pixel >> what.bit & 1U));
  return result;
}

int Peer::count(int opcode) const { return static_cast<int>(std::count(log.begin(), log.end(), opcode)); }
