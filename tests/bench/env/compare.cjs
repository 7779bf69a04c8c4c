// SPDX-License-Identifier: GPL-3.0-or-later
// compare.cjs FILE VALUES.json OUR-FIGURES: npm dotenv's parse() warm against ours, values compared key by key.
const fs = require('fs')
const dotenv = require(require.resolve('dotenv', { paths: [process.cwd()] }))
const [file, valuesFile, figuresFile] = process.argv.slice(2)
const text = fs.readFileSync(file, 'utf8')
const ours = JSON.parse(fs.readFileSync(valuesFile, 'utf8'))
const parse = Number(fs.readFileSync(figuresFile, 'utf8'))
const times = []
for (let run = 0; run < 80; run++) {
  const start = process.cpuUsage()
  dotenv.parse(text)
  const used = process.cpuUsage(start)
  times.push((used.user + used.system) / 1e3)
}
const warm = times.slice(-31).sort((a, b) => a - b)[15]
const theirs = dotenv.parse(text)
const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
const different = [...keys].filter(key => ours[key] !== theirs[key])
console.log(`env.parse 10,000 lines: npm dotenv ${warm.toFixed(2)} ms, ours ${parse.toFixed(2)} ms, CPU time, ratio ${(warm / parse).toFixed(1)}x ` +
  `(target >= 5x); ${keys.size} keys, ${different.length} differ`)
if (different.length) console.log(different.slice(0, 3).map(key => [key, ours[key], theirs[key]]))
process.exit(different.length || warm / parse < 5 ? 1 : 0)
