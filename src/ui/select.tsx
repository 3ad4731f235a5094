import "./select.css";

/** A native select, drawn as plain text with a caret. */
export function Select<T extends string>({
  label,
  value,
  options,
  shown,
  className = "",
  onChange,
}: {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  /** What stands there while closed. Default the chosen option's label. */
  shown?: string;
  className?: string;
  onChange: (value: T) => void;
}) {
  return (
    <span className={`select ${className}`}>
      <span className="select-shown" aria-hidden="true">
        {shown ?? options.find((option) => option.value === value)?.label}
      </span>
      <svg className="select-caret" width="8" height="8" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2 5l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2.2" />
      </svg>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
