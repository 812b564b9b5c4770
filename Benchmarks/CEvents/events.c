#include "events.h"

#include <yaml.h>

size_t drydock_read_events(const unsigned char *text, size_t length) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_input_string(&parser, text, length);
  size_t count = 0;
  yaml_event_t event;
  while (yaml_parser_parse(&parser, &event)) {
    yaml_event_type_t type = event.type;
    yaml_event_delete(&event);
    count++;
    if (type == YAML_STREAM_END_EVENT) break;
  }
  yaml_parser_delete(&parser);
  return count;
}
