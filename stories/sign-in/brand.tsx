import { useId } from "react";

/** The logo of Tarn: a peak and its reflection in the water. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 4 27 15.25H5Z" />
      <path d="M5 17.75h22l-2.6 2.5H7.6Z" opacity=".8" />
      <path d="M9.6 22.25h12.8l-2.5 2.5h-7.8Z" opacity=".5" />
      <path d="M14 26.75h4l-2 2Z" opacity=".3" />
    </svg>
  );
}

/** A mountain lake: day in the light theme, night in the dark theme. */
export function Scene() {
  const id = useId();
  const shores = `${id}-shores`;
  const sky = `${id}-sky`;
  const water = `${id}-water`;
  return (
    <svg className="scene" viewBox="0 0 800 1000" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={sky} x2="0" y2="1">
          <stop className="scene-sky-top" />
          <stop className="scene-sky-bottom" offset="1" />
        </linearGradient>
        <linearGradient id={water} x2="0" y2="1">
          <stop className="scene-water-near" stopOpacity=".15" />
          <stop className="scene-water-near" offset=".8" />
        </linearGradient>
        <g id={shores}>
          <path
            className="scene-far"
            d="M0 486C90 474 150 372 262 366c92-5 128 78 214 70C560 428 612 318 702 310c46-4 78 20 98 36v274H0Z"
          />
          <path
            className="scene-middle"
            d="M0 548c92-40 150-76 244-60 92 16 134 72 226 68 98-4 162-104 262-108 30-1 54 8 68 14v158H0Z"
          />
          <path className="scene-near" d="M0 578c86-26 142-32 224-10 84 22 136 44 226 52H0Z" />
          <path className="scene-near" d="M800 536c-64 8-112 36-180 58-46 15-88 22-132 26h312Z" />
        </g>
      </defs>
      <rect width="800" height="620" fill={`url(#${sky})`} />
      <g className="scene-stars">
        <circle cx="96" cy="120" r="2" />
        <circle cx="208" cy="236" r="1.5" />
        <circle cx="300" cy="84" r="1.5" />
        <circle cx="388" cy="196" r="2" />
        <circle cx="654" cy="98" r="2" />
        <circle cx="724" cy="214" r="1.5" />
        <circle cx="152" cy="318" r="1.5" />
      </g>
      <circle className="scene-light" cx="540" cy="262" r="46" />
      <use href={`#${shores}`} />
      <rect className="scene-water-far" y="620" width="800" height="380" />
      <use href={`#${shores}`} transform="matrix(1 0 0 -1 0 1240)" opacity=".55" />
      <rect y="620" width="800" height="380" fill={`url(#${water})`} />
      <g className="scene-glints">
        <ellipse cx="540" cy="640" rx="62" ry="2" />
        <ellipse cx="546" cy="658" rx="46" ry="2" />
        <ellipse cx="534" cy="678" rx="66" ry="2.5" />
        <ellipse cx="544" cy="702" rx="38" ry="2" />
        <ellipse cx="538" cy="730" rx="54" ry="2.5" />
        <ellipse cx="542" cy="764" rx="28" ry="2" />
        <ellipse cx="537" cy="800" rx="40" ry="2.5" />
        <ellipse cx="541" cy="842" rx="18" ry="2" />
      </g>
    </svg>
  );
}
