/** Sample applications with invented persons, for the demo, the benchmark and an integrator's first morning. */
package io.renkei.tools.sample;
