/**
 * {@code ./renkei demo notices}: what becomes of notices, from the ministry to the person, as a story of scenes. Each scene
 * makes something happen, waits until the gateway has judged it, and tells one {@link io.renkei.tools.notices.Row}; what
 * differs from what is expected ends the scene, and the story goes on with the next.
 */
package io.renkei.tools.notices;
