// A file of its own, so that the reader of HTML is fetched when something is pasted.
export { htmlToDelta } from '@pupitre/document'
