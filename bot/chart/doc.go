// Package chart draws records as PNG pictures.
package chart
