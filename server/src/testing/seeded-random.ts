export { createSeededRandom, type SeededRandom } from '#shared/testing/seeded-random.ts'
