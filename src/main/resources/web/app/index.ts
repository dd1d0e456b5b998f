import './app.css';
import './provider-answer';
import './app';
