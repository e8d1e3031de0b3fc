#include "acquisition/genicam/genicam_nodes.h"

#include <arv.h>

#include <algorithm>
#include <memory>

#include "acquisition/genicam/aravis_error.h"

namespace tomocyte {

bool GenicamNodes::has(const std::string& node) const {
  return ask_aravis(camera_, "look for " + node,
                    [&](GError** e) { return arv_device_is_feature_available(device_, node.c_str(), e); });
}

std::string GenicamNodes::first_of(std::initializer_list<const char*> nodes) const {
  const auto* found = std::ranges::find_if(nodes, [this](const char* node) { return has(node); });
  return found == nodes.end() ? "" : *found;
}

bool GenicamNodes::writable(const std::string& node) const {
  return has(node) && arv_device_get_feature_access_mode(device_, node.c_str()) != ARV_GC_ACCESS_MODE_RO;
}

std::string GenicamNodes::description(const std::string& node) const {
  ArvGcNode* feature = arv_device_get_feature(device_, node.c_str());
  if (!ARV_IS_GC_FEATURE_NODE(feature)) return "";
  const char* text = arv_gc_feature_node_get_description(ARV_GC_FEATURE_NODE(feature));
  return text ? text : "";
}

double GenicamNodes::number(const std::string& node) const {
  return ask_aravis(camera_, "read " + node,
                    [&](GError** e) { return arv_device_get_float_feature_value(device_, node.c_str(), e); });
}

Range GenicamNodes::number_range(const std::string& node) const {
  Range range;
  ask_aravis(camera_, "read the range of " + node, [&](GError** e) {
    arv_device_get_float_feature_bounds(device_, node.c_str(), &range.lowest, &range.highest, e);
  });
  return range;
}

void GenicamNodes::set_number(const std::string& node, double value) const {
  ask_aravis(camera_, "set " + node,
             [&](GError** e) { arv_device_set_float_feature_value(device_, node.c_str(), value, e); });
}

std::int64_t GenicamNodes::integer(const std::string& node) const {
  return ask_aravis(camera_, "read " + node,
                    [&](GError** e) { return arv_device_get_integer_feature_value(device_, node.c_str(), e); });
}

GenicamNodes::IntegerRange GenicamNodes::integer_range(const std::string& node) const {
  gint64 lowest = 0;
  gint64 highest = 0;
  ask_aravis(camera_, "read the range of " + node,
             [&](GError** e) { arv_device_get_integer_feature_bounds(device_, node.c_str(), &lowest, &highest, e); });
  const gint64 step = ask_aravis(camera_, "read the step of " + node, [&](GError** e) {
    return arv_device_get_integer_feature_increment(device_, node.c_str(), e);
  });
  return {lowest, highest, std::max<std::int64_t>(1, step)};
}

void GenicamNodes::set_integer(const std::string& node, std::int64_t value) const {
  ask_aravis(camera_, "set " + node,
             [&](GError** e) { arv_device_set_integer_feature_value(device_, node.c_str(), value, e); });
}

std::string GenicamNodes::text(const std::string& node) const {
  const char* value = ask_aravis(camera_, "read " + node, [&](GError** e) {
    return arv_device_get_string_feature_value(device_, node.c_str(), e);
  });
  return value ? value : "";
}

std::vector<std::string> GenicamNodes::choices(const std::string& node) const {
  guint count = 0;
  const std::unique_ptr<const char*, decltype(&g_free)> names(
      ask_aravis(camera_, "list the values of " + node,
                 [&](GError** e) {
                   return arv_device_dup_available_enumeration_feature_values_as_strings(device_, node.c_str(), &count,
                                                                                         e);
                 }),
      &g_free);
  return {names.get(), names.get() + count};
}

void GenicamNodes::set_text(const std::string& node, const std::string& value) const {
  ask_aravis(camera_, "set " + node + " to " + value,
             [&](GError** e) { arv_device_set_string_feature_value(device_, node.c_str(), value.c_str(), e); });
}

bool GenicamNodes::flag(const std::string& node) const {
  return ask_aravis(camera_, "read " + node,
                    [&](GError** e) { return arv_device_get_boolean_feature_value(device_, node.c_str(), e); });
}

void GenicamNodes::set_flag(const std::string& node, bool value) const {
  ask_aravis(camera_, "set " + node,
             [&](GError** e) { arv_device_set_boolean_feature_value(device_, node.c_str(), value, e); });
}

void GenicamNodes::execute(const std::string& node) const {
  ask_aravis(camera_, "execute " + node, [&](GError** e) { arv_device_execute_command(device_, node.c_str(), e); });
}

}  // namespace tomocyte
