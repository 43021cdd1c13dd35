/**
 * Makes a new connector from the files beside these classes. A word between two double underscores is filled in; whoever
 * changes a file looks at its outcome in the tests, which build it.
 */
package io.renkei.tools.connector;
