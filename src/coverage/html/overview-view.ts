import { html, type Html } from "./html.ts";
import { countStates, type Failure, type Review, type State, states } from "./review.ts";
import { slugOf } from "./state-chip.ts";

/** The numbers: a sentence, a bar, and a filter that is the legend of the bar. */
export function overviewView({ endpoints }: Review): Html {
  const failures = endpoints.flatMap((endpoint) => endpoint.failures);
  const shared = endpoints.flatMap((endpoint) => endpoint.shared);
  const counts = countStates(failures).toSorted(
    (one, other) => Number(other.state === "says") - Number(one.state === "says"),
  );
  return html`<p class="lead">${leadOf(failures)} ${shared.length > 0 && sharedLink(shared.length)}</p>
    <div class="bar" aria-hidden="true">
      ${counts.map(({ state, count }) => html`<i data-state="${state}" style="flex-grow: ${count}"></i>`)}
    </div>
    <fieldset class="filter">
      <legend class="visually-hidden">Show only one verdict</legend>
      ${filterView("all", failures.length, true)} ${counts.map(({ state, count }) => filterView(state, count))}
    </fieldset>`;
}

/** The rules of the filter: one for each radio button, so that it needs no script. */
export const filterStyles: string = states.map(filterRule).join("\n");

function filterRule(state: State): string {
  const isOn = `body:has(#show-${slugOf(state)}:checked)`;
  return `${isOn} :is(.failure:not([data-state="${state}"], :target), .endpoint:not(:has([data-state="${state}"], :target))) { display: none; }`;
}

function filterView(state: State | "all", count: number, isOn = false): Html {
  return html`<label data-state="${state}">
    <input type="radio" name="show" id="show-${slugOf(state)}" ${isOn && "checked"} />
    <b>${count}</b> <span>${state}</span>
  </label>`;
}

function sharedLink(count: number): Html {
  const sentences = count === 1 ? "1 sentence is" : `${count} sentences are`;
  return html`<a href="#shared">${sentences} the same for different remedies.</a>`;
}

function leadOf(failures: readonly Failure[]): string {
  const count = (wanted: State): number => failures.filter(({ state }) => state === wanted).length;
  const [good, unseen, unwatched, missed] = [count("says"), count("unseen"), count("not watched"), count("not met")];
  const faults = failures.length - good - unseen - unwatched - missed;
  if (unwatched + missed === failures.length) {
    return `${unwatched} of ${failures.length} failures are met, and no test watched the screen. Set screen: true in the set-up of your tests to see what it says.`;
  }
  return [
    `For ${good} of ${failures.length} failures the screen says something that is visible and announced.`,
    faults > 0 && `${faults} ${faults === 1 ? "has" : "have"} a fault.`,
    unseen > 0 && `${unseen} could not be watched to the end.`,
    unwatched > 0 && `${unwatched} ${unwatched === 1 ? "was" : "were"} not watched.`,
    missed > 0 && `${missed} ${missed === 1 ? "is" : "are"} not met yet.`,
  ]
    .filter((text) => text !== false)
    .join(" ");
}
