/**
 * Kills the gateway and the simulated ministries at random moments while applications come in, and holds at the end what
 * was accepted against what was taken: every accepted application is closed, and no filing was submitted twice.
 */
package io.renkei.tools.soak;
