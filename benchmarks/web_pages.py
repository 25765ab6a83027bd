"""The lesson as one web page that needs nothing else: fonts, icons and words are within.

It is what somebody would write who made the same kiosk for a browser: plain HTML, CSS and a script
that makes each page when it is asked for. Bars and buttons stand where the kiosk has them; words
are left to flow in their column.
"""

# ruff: noqa: INP001 -- a part of a script

import base64
import json
from pathlib import Path
from typing import Any

ASSETS = Path(__file__).resolve().parents[1] / "assets"
_FONTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
_LANGUAGE_FONTS = ("NotoSansArabic-SemiBold", 600)
# Sizes in mm, as the kiosk has them.
_RADIUS, _BORDER, _ICON_GAP, _BULLET = 3.2, 0.35, 3.0, 8.0
Found = dict[str, Any]

_STYLE = """
* { box-sizing: border-box; margin: 0; padding: 0; }
html, body { width: 100%; height: 100%; overflow: hidden; }
body { font-family: Kiosk, "Kiosk Arabic", sans-serif; color: var(--ink); background: var(--bg);
       user-select: none; }
.at { position: absolute; }
.bar { background: var(--surface); }
.water { left: 0; right: 0; bottom: 0; background: var(--tint);
         clip-path: polygon(0 9%, 30% 20%, 65% 0, 100% 14%, 100% 100%, 0 100%); }
button { font: inherit; display: flex; align-items: center; justify-content: center;
         border: var(--edge) solid var(--primary); border-radius: var(--round);
         background: var(--surface); color: var(--primary); gap: var(--gap); white-space: nowrap; }
button:active { background: var(--pressed); outline: var(--edge) solid var(--primary);
                outline-offset: -8px; }
button.primary { background: var(--primary); color: var(--on_primary); }
button.primary:active { background: var(--ink2); outline-color: var(--on_primary); }
button.quiet { border-color: transparent; background: none; }
button.help { color: var(--help); border-color: var(--help); }
svg { width: 1.05em; height: 1.05em; flex: none; }
.column > * { margin-bottom: var(--space); }
.bullet { padding-left: var(--bullet); position: relative; }
.bullet::before { content: attr(data-number); position: absolute; left: 0; color: var(--primary);
                  font-weight: 700; }
.bullet.dot::before { content: ""; left: 0.25em; top: 0.5lh; width: 0.3em; height: 0.3em;
                      margin-top: -0.15em; border-radius: 50%; background: var(--primary); }
.panel { background: var(--tint); border-left: 6px solid var(--primary);
         padding: 20px 22px 20px 28px; border-radius: var(--round); }
.panel.notice { background: var(--notice_ground); border-color: var(--notice); }
.panel.done { background: var(--done_ground); border-color: var(--done); }
.head, .note { display: flex; align-items: center; gap: var(--gap); }
.stone { display: inline-block; width: 48px; height: 14px; margin-right: 10px; border-radius: 7px;
         border: 2px solid var(--primary); }
.stone.full { background: var(--primary); }
.step { display: flex; align-items: center; }
"""

_SCRIPT = """
const { bars, welcome, pages, icons } = LESSON;
const front = document.getElementById("front");
let place = -1;

function made(tag, name, inside) {
  const one = document.createElement(tag);
  one.className = name;
  if (inside !== undefined) one.append(...[inside].flat());
  return one;
}
function put(one, [x, y, width, height]) {
  one.classList.add("at");
  Object.assign(one.style, { left: x + "px", top: y + "px", width: width + "px" });
  if (height !== undefined) one.style.height = height + "px";
  return one;
}
function icon(name) {
  const one = document.createElement("template");
  one.innerHTML = icons[name];
  return one.content.firstElementChild;
}
function runs(list) {
  return list.map(([text, style]) => style === "plain" ? text : made("strong", "", text));
}
function line(tag, it) {
  const one = made(tag, it.role, runs(it.runs));
  one.style.color = it.colour;
  return one;
}
function button(it) {
  const one = made("button", it.kind + " " + it.role, it.text);
  if (it.icon) it.kind === "primary" ? one.append(icon(it.icon)) : one.prepend(icon(it.icon));
  return put(one, it.box);
}
function block(it) {
  if (it.kind === "panel") {
    const [head, ...rest] = it.lines;
    const top = made("div", "head", [icon(it.icon), line("h2", head)]);
    top.style.color = head.colour;
    return made("section", "panel " + it.look, [top, ...rest.map((one) => line("p", one))]);
  }
  const one = line(it.kind === "bullet" ? "li" : "p", it);
  if (it.kind === "bullet") {
    one.classList.add("bullet", it.number ? "number" : "dot");
    one.style.listStyle = "none";
    one.dataset.number = it.number;
  }
  return one;
}
function barsOf() {
  const parts = [put(made("header", "bar"), bars.tool_bar), ...bars.tools.map(button)];
  const strip = put(made("div", "small", bars.strip[0]), bars.strip.slice(1));
  strip.style.textAlign = "center";
  return [...parts, strip];
}
function welcomePage(it) {
  const water = made("div", "at water");
  water.style.cssText = "height: 27%; bottom: 47px";
  const texts = it.texts.map((text) => {
    const one = put(line("div", text), text.box.slice(0, 3));
    if (!text.icon) return one;
    const pair = made("div", "note " + text.role, [icon(text.icon), one]);
    one.classList.remove("at");
    pair.style.color = "var(--primary)";
    const [x, y, width] = text.box;
    return put(pair, [x - 56, y, width + 56]);
  });
  return [water, ...texts, ...it.buttons.map(button)];
}
function step(it) {
  const [now, of] = it.stones;
  const stones = [...Array(of).keys()].map((n) => made("i", n < now ? "stone full" : "stone"));
  const one = put(made("div", "step", [...stones, line("span", it.step)]), it.step.bar);
  one.style.paddingLeft = "89px";
  return one;
}
function picture(it) {
  const one = put(new Image(), it.box);
  one.alt = it.said;
  one.src = "data:image/png;base64," + it.png;
  return [one, ...it.buttons.map(button)];
}
function lessonPage(it) {
  const words = it.blocks.map(block);
  if (it.title) words.unshift(line("h1", it.title));
  const parts = [step(it), put(made("main", "column", words), it.column)];
  if (it.picture) parts.push(...picture(it.picture));
  else {
    const water = made("div", "at water");
    water.style.cssText = "height: 95px; bottom: 225px";
    parts.unshift(water);
  }
  return [...parts, put(made("footer", "bar"), it.foot_bar), ...it.buttons.map(button)];
}
function show(number) {
  if (number < 0 || number > pages.length) return;
  place = number;
  front.replaceChildren(...(place ? lessonPage(pages[place - 1]) : welcomePage(welcome)));
  const onward = front.querySelector("button.primary");
  onward.addEventListener("click", () => show(place + 1));
  const back = front.querySelector("button.plain:not(.tool)");
  if (place && back) back.addEventListener("click", () => show(place - 1));
}
document.getElementById("bars").append(...barsOf());
show(0);
"""


def _encoded(name: str) -> str:
    return base64.b64encode((ASSETS / "fonts" / f"{name}.ttf").read_bytes()).decode()


def _font(family: str, name: str, weight: int) -> str:
    source = f"url(data:font/ttf;base64,{_encoded(name)})"
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: {source}; }}'


def _looks(theme: Found) -> str:
    """Return the theme as CSS."""
    mm = theme["mm"]
    sizes = {"edge": _BORDER, "round": _RADIUS, "gap": _ICON_GAP, "bullet": _BULLET, "space": 4.0}
    names = {**theme["colours"], **{name: f"{part * mm:.1f}px" for name, part in sizes.items()}}
    lines = [":root {", *(f"  --{name}: {value};" for name, value in names.items()), "}"]
    for role, (px, weight, height) in theme["fonts"].items():
        lines.append(
            f".{role} {{ font-size: {px}px; font-weight: {weight}; line-height: {height}px; }}"
        )
    faces = [
        _font("Kiosk", f"AtkinsonHyperlegibleNext-{name}", weight)
        for weight, name in _FONTS.items()
    ]
    return "\n".join([*faces, _font("Kiosk Arabic", *_LANGUAGE_FONTS), *lines])


def _named(found: object) -> set[str]:
    """Return every icon that is named anywhere."""
    if isinstance(found, list):
        return set().union(*map(_named, found)) if found else set()
    if not isinstance(found, dict):
        return set()
    here = {found["icon"]} if found.get("icon") else set()
    return here.union(*map(_named, found.values()))


def web_page(lesson: Found) -> str:
    """Return the lesson, as benchmarks.lesson wrote it down, as the text of one HTML file."""
    bars = {name: lesson[name] for name in ("tool_bar", "tools", "strip")}
    icons = {}
    for name in sorted(_named(lesson)):
        text = (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        icons[name] = text[text.index("<svg") :]
    held = {"bars": bars, "welcome": lesson["welcome"], "pages": lesson["pages"], "icons": icons}
    data = json.dumps(held, ensure_ascii=False).replace("</", "<\\/")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lesson</title>'
        f"<style>{_looks(lesson['theme'])}{_STYLE}</style></head>"
        '<body><div id="bars"></div><div id="front"></div>'
        f"<script>const LESSON = {data};{_SCRIPT}</script></body></html>\n"
    )
