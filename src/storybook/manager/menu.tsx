/** @jsxRuntime classic */
import { CheckIcon, SearchIcon } from "@storybook/icons";
import React, { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { styled } from "storybook/theming";
import type { ScenarioList, StoryState } from "../events.ts";
import { toGroups } from "./menu-items.ts";

interface MenuProps {
  readonly catalog: ScenarioList;
  readonly state: StoryState;
  /** With the keyboard, the menu stays open to step through scenarios. */
  readonly onSelect: (id: string, keepOpen: boolean) => void;
}

/** The searchable list of all scenarios. */
export function Menu({ catalog, state, onSelect }: MenuProps): ReactElement {
  const [search, setSearch] = useState("");
  const groups = toGroups(catalog, search);
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id));
  const active = Object.values<string>(state.active);
  const own = Object.values<string>(state.own);
  const [highlighted, setHighlighted] = useState(active.find((id) => !id.endsWith("/live")) ?? ids[0]);
  const current = highlighted !== undefined && ids.includes(highlighted) ? highlighted : ids[0];
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => input.current?.focus(), []);

  useEffect(() => {
    if (current !== undefined) document.getElementById(toElementId(current))?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function move(event: KeyboardEvent): void {
    const at = current === undefined ? -1 : ids.indexOf(current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8, Home: 0, End: ids.length - 1 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      const wraps = event.key.startsWith("Arrow");
      const last = ids.length - 1;
      setHighlighted(ids[wraps ? (to + ids.length) % ids.length : Math.max(0, Math.min(last, to))]);
    } else if (event.key === "Enter" && current !== undefined) {
      event.preventDefault();
      onSelect(current, true);
    }
  }

  return (
    <Box>
      <SearchBox>
        <SearchIcon />
        <input
          ref={input}
          role="combobox"
          aria-label="Search scenarios"
          aria-expanded="true"
          aria-controls="auth0-msw-scenarios"
          aria-activedescendant={current && toElementId(current)}
          placeholder="Search by name, status or text"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          onKeyDown={move}
        />
      </SearchBox>
      <List id="auth0-msw-scenarios" role="listbox" aria-label="Scenarios">
        {groups.map(({ title: heading, items }) => (
          <div key={heading} role="group" aria-label={heading}>
            <Heading aria-hidden="true">{heading}</Heading>
            {items.map(({ id, title, name, text, status }) => (
              <Item
                key={id}
                id={toElementId(id)}
                role="option"
                tabIndex={-1}
                aria-selected={active.includes(id)}
                data-highlighted={id === current}
                onPointerMove={() => setHighlighted(id)}
                onClick={() => onSelect(id, false)}
              >
                <span>{active.includes(id) && <CheckIcon size={12} />}</span>
                <span>
                  <Status data-class={status[0]}>{status}</Status> <strong>{title}</strong> <Name>{name}</Name>
                  {own.includes(id) && !id.endsWith("/live") && <Tag>this story’s own</Tag>}
                  <small>{text}</small>
                </span>
              </Item>
            ))}
          </div>
        ))}
        {ids.length === 0 && <NoMatch role="status">No scenario matches “{search}”.</NoMatch>}
      </List>
    </Box>
  );
}

function toElementId(id: string): string {
  return `auth0-msw-${id.replaceAll(/[^\w-]/g, "-")}`;
}

const Box = styled.div(({ theme }) => ({
  width: 400,
  maxWidth: "calc(100vw - 40px)",
  display: "flex",
  flexDirection: "column",
  borderRadius: 4,
  background: theme.background.content,
}));

const SearchBox = styled.div(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  gap: 8,
  padding: "0 12px",
  color: theme.textMutedColor,
  borderBottom: `1px solid ${theme.appBorderColor}`,
  input: {
    flex: 1,
    height: 40,
    border: 0,
    padding: 0,
    outline: "none",
    background: "transparent",
    color: theme.color.defaultText,
    font: "inherit",
    fontSize: theme.typography.size.s2,
  },
  "input::placeholder": { color: theme.textMutedColor, opacity: 1 },
}));

const List = styled.div({
  maxHeight: "min(420px, 60vh)",
  overflowY: "auto",
  padding: "0 4px 4px",
  scrollPadding: "32px 0 4px",
});

const Heading = styled.div(({ theme }) => ({
  position: "sticky",
  top: 0,
  zIndex: 1,
  padding: "10px 8px 4px",
  background: theme.background.content,
  color: theme.textMutedColor,
  fontSize: theme.typography.size.s1,
  fontWeight: theme.typography.weight.bold,
}));

const Item = styled.div(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "16px 1fr",
  gap: 4,
  padding: "6px 8px",
  borderRadius: 4,
  cursor: "pointer",
  fontSize: theme.typography.size.s2,
  lineHeight: "18px",
  color: theme.color.defaultText,
  svg: { color: theme.color.secondary, marginTop: 3 },
  strong: { fontWeight: theme.typography.weight.bold },
  small: { display: "block", fontSize: theme.typography.size.s1, color: theme.textMutedColor },
  '&[data-highlighted="true"]': { background: theme.background.hoverable },
}));

const Status = styled.span(({ theme }) => ({
  display: "inline-block",
  minWidth: 30,
  fontFamily: theme.typography.fonts.mono,
  fontSize: theme.typography.size.s1,
  color: theme.textMutedColor,
  '&[data-class="4"]': { color: theme.color.warningText },
  '&[data-class="5"]': { color: theme.color.negativeText },
  '&[data-class="2"]': { color: theme.color.positiveText },
}));

const Name = styled.span(({ theme }) => ({
  fontFamily: theme.typography.fonts.mono,
  fontSize: theme.typography.size.s1,
  color: theme.textMutedColor,
}));

const Tag = styled.span(({ theme }) => ({
  marginLeft: 8,
  fontSize: theme.typography.size.s1,
  color: theme.textMutedColor,
}));

const NoMatch = styled.div(({ theme }) => ({
  padding: "20px 12px",
  textAlign: "center",
  color: theme.textMutedColor,
  fontSize: theme.typography.size.s2,
}));
