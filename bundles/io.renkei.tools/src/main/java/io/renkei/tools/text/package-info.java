/** Text for people: colours where there is a terminal, and columns that stay aligned beside full-width characters. */
package io.renkei.tools.text;
