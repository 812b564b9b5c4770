/* One array and one line of the list for each file of `templates/`; a test compares the list with the folder. */
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "site.h"

static const unsigned char chapter_mustache[] = {
#embed "../../templates/chapter.mustache"
};
static const unsigned char contents_mustache[] = {
#embed "../../templates/contents.mustache"
};
static const unsigned char css_1_colours_css[] = {
#embed "../../templates/css/1-colours.css"
};
static const unsigned char css_2_page_css[] = {
#embed "../../templates/css/2-page.css"
};
static const unsigned char css_3_prose_css[] = {
#embed "../../templates/css/3-prose.css"
};
static const unsigned char css_4_snippet_css[] = {
#embed "../../templates/css/4-snippet.css"
};
static const unsigned char css_5_home_css[] = {
#embed "../../templates/css/5-home.css"
};
static const unsigned char css_6_print_css[] = {
#embed "../../templates/css/6-print.css"
};
static const unsigned char home_mustache[] = {
#embed "../../templates/home.mustache"
};
static const unsigned char lab_list_mustache[] = {
#embed "../../templates/lab-list.mustache"
};
static const unsigned char lab_mustache[] = {
#embed "../../templates/lab.mustache"
};
static const unsigned char labs_mustache[] = {
#embed "../../templates/labs.mustache"
};
static const unsigned char layout_mustache[] = {
#embed "../../templates/layout.mustache"
};
static const unsigned char lesson_mustache[] = {
#embed "../../templates/lesson.mustache"
};
static const unsigned char mark_svg[] = {
#embed "../../templates/mark.svg"
};
static const unsigned char navigation_mustache[] = {
#embed "../../templates/navigation.mustache"
};
static const unsigned char rule_mustache[] = {
#embed "../../templates/rule.mustache"
};
static const unsigned char rules_mustache[] = {
#embed "../../templates/rules.mustache"
};
static const unsigned char scripts_page_js[] = {
#embed "../../templates/scripts/page.js"
};
static const unsigned char scripts_theme_js[] = {
#embed "../../templates/scripts/theme.js"
};
static const unsigned char strings_en_yaml[] = {
#embed "../../templates/strings.en.yaml"
};
static const unsigned char strings_ko_yaml[] = {
#embed "../../templates/strings.ko.yaml"
};
static const unsigned char turning_mustache[] = {
#embed "../../templates/turning.mustache"
};

static const drydock_template templates[] = {
    {"chapter.mustache", chapter_mustache, sizeof chapter_mustache},
    {"contents.mustache", contents_mustache, sizeof contents_mustache},
    {"css/1-colours.css", css_1_colours_css, sizeof css_1_colours_css},
    {"css/2-page.css", css_2_page_css, sizeof css_2_page_css},
    {"css/3-prose.css", css_3_prose_css, sizeof css_3_prose_css},
    {"css/4-snippet.css", css_4_snippet_css, sizeof css_4_snippet_css},
    {"css/5-home.css", css_5_home_css, sizeof css_5_home_css},
    {"css/6-print.css", css_6_print_css, sizeof css_6_print_css},
    {"home.mustache", home_mustache, sizeof home_mustache},
    {"lab-list.mustache", lab_list_mustache, sizeof lab_list_mustache},
    {"lab.mustache", lab_mustache, sizeof lab_mustache},
    {"labs.mustache", labs_mustache, sizeof labs_mustache},
    {"layout.mustache", layout_mustache, sizeof layout_mustache},
    {"lesson.mustache", lesson_mustache, sizeof lesson_mustache},
    {"mark.svg", mark_svg, sizeof mark_svg},
    {"navigation.mustache", navigation_mustache, sizeof navigation_mustache},
    {"rule.mustache", rule_mustache, sizeof rule_mustache},
    {"rules.mustache", rules_mustache, sizeof rules_mustache},
    {"scripts/page.js", scripts_page_js, sizeof scripts_page_js},
    {"scripts/theme.js", scripts_theme_js, sizeof scripts_theme_js},
    {"strings.en.yaml", strings_en_yaml, sizeof strings_en_yaml},
    {"strings.ko.yaml", strings_ko_yaml, sizeof strings_ko_yaml},
    {"turning.mustache", turning_mustache, sizeof turning_mustache},
};

unsigned long drydock_template_count(void) { return sizeof templates / sizeof *templates; }

const drydock_template *drydock_template_at(unsigned long index) { return &templates[index]; }
