import { parentPort, workerData } from 'node:worker_threads'
import { drawPicture, type PictureToDraw } from './draw-picture.ts'

// A thread that draws the pictures of a report, while the document around them is made.
if (!parentPort) throw new Error('This module is the entry of a worker thread')
for (const picture of workerData as readonly PictureToDraw[]) parentPort.postMessage(await drawPicture(picture))
