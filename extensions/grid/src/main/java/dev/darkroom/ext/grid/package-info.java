/// Pictures side by side: what changes from cell to cell, and the sheet that they are put on.
package dev.darkroom.ext.grid;
