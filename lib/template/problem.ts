export type ProblemCode =
  | "invalid_key"
  | "duplicate_key"
  | "unknown_field"
  | "unused_field"
  | "wrong_field_type"
  | "malformed_placeholder"
  | "invalid_fallback"
  | "invalid_sample"
  | "unknown_sample_field"
  | "invalid_decimals"
  | "invalid_rule_value"
  | "not_settable"
  | "qr_empty"
  | "qr_too_long"
  | "invalid_number"
  | "invalid_numbers"
  | "out_of_range"
  | "uneven_lists"
  | "barcode_empty"
  | "invalid_barcode"
  | "code_contrast"
  | "code_too_fine"
  | "covered_property"
  | "invalid_moment"
  | "past_moment"
  | "unknown_time_zone"
  | "no_recipient"
  | "no_duration"
  | "nothing_when_over";

/** Something the designer should look at. The document is valid all the same and gives a picture. */
export type Problem = {
  code: ProblemCode;
  /** An error shows in the picture or loses a value; a warning only may. */
  severity: "error" | "warning";
  /** JSON pointer into the document. */
  path: string;
  message: string;
  layerId?: string;
  fieldKey?: string;
};

/** A problem as a layer type tells it; the path is inside the layer. */
export type LayerProblem = Pick<Problem, "code" | "severity" | "path" | "message">;
