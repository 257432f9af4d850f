import { parentPort } from 'node:worker_threads'
import { answerText, type TextQuestion } from './long-texts.ts'

// The thread's whole life: one answer for each question, in their order.
parentPort?.on('message', (question: TextQuestion) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that rule is for windows, this is a thread
  parentPort?.postMessage(answerText(question))
})
