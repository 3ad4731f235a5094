/** The frame: header, pages, notices. */
export const app = {
  name: "Value Palette",
};
