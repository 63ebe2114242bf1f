/** Many rows in and out: CSV with every bad row listed, COPY into the database, tables for people. */
package dev.callboard.report.bulk;
