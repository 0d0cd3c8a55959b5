"use strict";
// What every report shares: its data, its words, and elements made without ever parsing markup.

const DATA = JSON.parse(document.getElementById("data").textContent);
const LANGUAGE = document.documentElement.lang;

/** Words of the interface; `values` fill the {places}. */
function words(key, values = {}) {
  return DATA.texts[key].replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** An element with attributes (functions become listeners, null is left out) and children: nodes or text. */
function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function makeSvg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const MYRIADS = ["", "만", "억", "조", "경"];

/** A number as its language's newspapers write it; Korean groups four digits: 32000 is 3만 2,000. */
function numberWords(value) {
  const whole = Math.floor(Math.abs(value));
  if (LANGUAGE !== "ko" || whole < 10000 || whole >= 1e20 || !Number.isInteger(value)) {
    return value.toLocaleString(LANGUAGE, { maximumFractionDigits: 6 });
  }
  const groups = [];
  let rest = BigInt(whole);
  for (const name of MYRIADS) {
    const group = rest % 10000n;
    rest /= 10000n;
    if (group) groups.unshift(group.toLocaleString("ko") + name);
  }
  return (value < 0 ? "-" : "") + groups.join(" ");
}

/** Calls `work` once things have been quiet for `wait` milliseconds. */
function afterQuiet(wait, work) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
